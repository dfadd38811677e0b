/* relay: where a stream stands, what is handed through it, what is refused. */
#include "core/relay.h"
#include "../fuzz/rounds.h"
#include <criterion/criterion.h>

#include "../fuzz/relay.c"

#define COUNT(table) (sizeof table / sizeof *table)

/* Every table line at once, and parted at every place. */
static struct sequence read_parted(const char *bytes, size_t at)
{
    struct sequence sequence = {0};
    sequence_read(&sequence, bytes, at);
    sequence_read(&sequence, bytes + at, strlen(bytes) - at);
    return sequence;
}

Test(relay, a_program_says_whether_it_takes_pastes)
{
    static const struct {
        const char *written;
        bool takes;
    } table[] = {
        {"", false},
        {"$ ", false},
        {"\033[?2004h", true},
        {"\033[?2004h$ ls\033[?2004l\r\n", false},
        {"\033[?2004l\033[?2004h", true},
        {"\033[?1049;2004h", true},
        {"\033[?2004;1049h", true},
        {"\033[?1049;2004;25l", false},
        {"\033[2004h", false},   /* another mode of that number */
        {"\033[?12004h", false}, /* another number */
        {"\033[?20040h", false},
        {"\033[?2004$p", false}, /* asks for the mode */
        {"\033[?2004h\033[?2004$p", true},
        {"\033[?2004h\033[?25h\033[?1l\033[4l", true},
        {"\033[?2004h\033c", false},       /* RIS */
        {"\033[?2004h\033[!p", false},     /* DECSTR */
        {"\033[?2004h\033[?2004r", false}, /* XTRESTORE: to what we do not know */
        {"\033[?2004h\033]0;title [?2004l\a", true},
        {"\033]0;title\033[?2004h", true}, /* ESC begins anew within a string */
        {"\033[?20\030[?2004h", false},    /* CAN ends a sequence */
        {"\033[?20\03304h", false},
        {"\033[?99999999999992004h", false},
        {"\033(B\033[?2004h", true},
        {"\xe1\xbb\033[?2004h", true},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        for (size_t at = 0; at <= strlen(table[i].written); at++) {
            struct sequence sequence = read_parted(table[i].written, at);
            cr_assert_eq(sequence.takes_paste, table[i].takes, "line %zu parted at %zu", i, at);
        }
    }
}

Test(relay, nothing_is_put_within_what_belongs_together)
{
    static const char *const whole[] = {
        "a",
        "ễ",
        "\033[A",
        "\033OP",
        "\033[1;5C",
        "\033x",
        "\033(B",
        "\033[<0;10;10M",
        "\033]0;title\a",
        "\033P1q3\033\\",
        "\033[200~pasted\033[A\r\n\033[201~",
        "\xf0\x9f\x98\x80",
    };
    for (size_t i = 0; i < COUNT(whole); i++) {
        size_t len = strlen(whole[i]);
        for (size_t at = 0; at <= len; at++) {
            struct sequence sequence = {0};
            sequence_read(&sequence, whole[i], at);
            cr_assert_eq(sequence_between(&sequence), at == 0 || at == len, "line %zu at %zu", i, at);
        }
    }
}

Test(relay, what_stands_open_too_long_is_a_key)
{
    struct relay relay = {0};
    cr_assert_eq(relay_wait(&relay, 5000), 0);
    relay_keys(&relay, "\033", 1, 5000);
    cr_assert_eq(relay_wait(&relay, 5000), RELAY_OPEN_MS);
    cr_assert_eq(relay_wait(&relay, 5000 + RELAY_OPEN_MS - 1), 1);
    cr_assert_eq(relay_wait(&relay, 5000 + RELAY_OPEN_MS), 0);
    relay_keys(&relay, "[A", 2, 5100);
    cr_assert_eq(relay_wait(&relay, 5100), 0);
    relay_keys(&relay, "\033[200~without an end", 21, 6000);
    cr_assert_eq(relay_wait(&relay, 6000), RELAY_OPEN_MS);
}

static enum fault paste(const char *text, size_t len, char *ret)
{
    struct scan scan = {.len = len};
    char out[RELAY_PASTE_SIZE];
    size_t out_len = 0;
    memcpy(scan.bytes, text, len);
    enum fault fault = relay_paste(&scan, out, &out_len);
    memcpy(ret, out, out_len);
    ret[out_len] = '\0';
    return fault;
}

Test(relay, a_scan_is_one_paste)
{
    char out[RELAY_PASTE_SIZE + 1];
    cr_assert_eq(paste("079|Lễ|", 9, out), FAULT_NONE);
    cr_assert_str_eq(out, "\033[200~079|Lễ|\033[201~");
    cr_assert_eq(paste("\002 079|A\003\r\n", 10, out), FAULT_NONE);
    cr_assert_str_eq(out, "\033[200~079|A\033[201~");
    cr_assert_eq(paste("\r\n", 2, out), FAULT_SCAN_EMPTY);
    static char longest[PAYLOAD_MAX];
    memset(longest, '7', sizeof longest);
    cr_assert_eq(paste(longest, sizeof longest, out), FAULT_NONE);
    cr_assert_eq(strlen(out), RELAY_PASTE_SIZE);
}

Test(relay, a_control_character_is_refused)
{
    static const char *const hostile[] = {
        "079|\033[201~rm -rf\r",
        "a\033[201~",
        "a\rb",
        "a\nb",
        "a\tb",
        "a\x7f"
        "b",
        "a\xc2\x9b"
        "201~",
        "a\xc2\x80"
        "b",
        "a\x9b"
        "b",
        "a\xe1\xbb",
        "a\035b",
        "\001a",
    };
    char out[RELAY_PASTE_SIZE + 1];
    for (size_t i = 0; i < COUNT(hostile); i++) {
        cr_assert_eq(paste(hostile[i], strlen(hostile[i]), out), FAULT_TEXT_INVALID, "line %zu", i);
    }
    cr_assert_eq(paste("a\0b", 3, out), FAULT_TEXT_INVALID);
    cr_assert_eq(paste("a\xc2\xa0Lễ", 7, out), FAULT_NONE);
}

Test(relay, a_fault_is_told_by_its_code)
{
    char out[RELAY_PASTE_SIZE];
    size_t len = relay_fault(FAULT_SCAN_HALF, out);
    cr_assert_eq(len, strlen("\033[200~tiepdon-relay:scan_half\033[201~"));
    cr_assert_eq(memcmp(out, "\033[200~tiepdon-relay:scan_half\033[201~", len), 0);
    for (enum fault fault = FAULT_NONE + 1; fault < FAULT_COUNT; fault++) {
        len = relay_fault(fault, out);
        enum fault told = relay_told(out + 6, len - 12);
        cr_assert(told == fault || told == FAULT_SCAN_BROKEN);
    }
}

Test(relay, only_a_scanner_can_be_at_fault)
{
    static const struct {
        const char *text;
        enum fault fault;
    } table[] = {
        {"tiepdon-relay:scan_broken", FAULT_SCAN_BROKEN},
        {"tiepdon-relay:text_invalid", FAULT_TEXT_INVALID},
        {"tiepdon-relay:device_lost", FAULT_DEVICE_LOST},
        {"tiepdon-relay:register_missing", FAULT_SCAN_BROKEN},
        {"tiepdon-relay:none", FAULT_SCAN_BROKEN},
        {"tiepdon-relay:", FAULT_SCAN_BROKEN},
        {"tiepdon-relay:of_a_later_version", FAULT_SCAN_BROKEN},
        {"tiepdon-relay", FAULT_NONE},
        {"079201012345|", FAULT_NONE},
        {"", FAULT_NONE},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        cr_assert_eq(relay_told(table[i].text, strlen(table[i].text)), table[i].fault, "line %zu", i);
    }
}

Test(relay, any_bytes)
{
    static const char *const samples[] = {
        "079201012345|025000001|NGUYỄN THỊ LỄ|01021990|Nữ|5 Lê Lợi|01012022",
        "\033[200~pasted\033[201~\033[A\033OP\033x",
        "\033[?2004h\033[?1049;2004l\033]0;title\033\\\033P1q\033\\\033c",
        "tiepdon-relay:scan_half\r\n\002\003",
        "\xc2\x9b\xe1\xbb\x85\xf0\x9f\x98\x80",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, COUNT(samples), 20000);
}
