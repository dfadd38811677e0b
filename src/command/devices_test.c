/* devices_test: takes the scanners as the counter would and says of each scan what it was, never whose. */
#include "command/devices_test.h"
#include "command/command.h"
#include "command/wait.h"
#include "core/card.h"
#include "core/mend.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum word { READY, HOW_TO_END, BYTES, ENDED, SILENT, WHOLE, LETTERS, UNCLEAR, MENDED, NONE };

static const char *const WORDS[][LANGUAGE_COUNT] = {
    [READY] = {"sẵn sàng, quét thử một thẻ", "ready, scan a card"},
    [HOW_TO_END] = {"Ctrl-C để dừng.", "Ctrl-C ends."},
    [BYTES] = {"byte", "bytes"},
    [ENDED] = {"kết thúc bằng phím hoặc ký tự kết thúc", "ended by its suffix"},
    [SILENT] = {"kết thúc bằng khoảng lặng: đặt máy quét gửi Enter ở cuối",
                "ended by silence: set the scanner to send Enter at the end"},
    [WHOLE] = {"đọc được trọn vẹn", "reads whole"},
    [LETTERS] = {"thiếu chữ có dấu: đặt máy quét sang USB serial, hoặc bàn phím có Alt + Unicode",
                 "letters are missing: set the scanner to USB serial, or to keyboard with Alt + Unicode"},
    [UNCLEAR] = {"có mục không đọc được", "a field cannot be read"},
    [MENDED] = {"đã sửa", "repaired"},
    [NONE] = {"Chưa có máy quét nào: chạy tiepdon devices để xem vì sao.",
              "There is no scanner yet: run tiepdon devices to see why."},
};

static const char *say(enum word word, enum language language)
{
    return WORDS[word][language];
}

static void print_mended(unsigned mended, enum language language)
{
    if (!mended) {
        return;
    }
    printf("  ! %s:", say(MENDED, language));
    for (int bit = 0; bit < MEND_BITS; bit++) {
        if (mended & 1U << bit) {
            printf(" %s", mend_code(bit));
        }
    }
    puts("");
}

static void print_scan(const struct scanner_event *event, enum language language)
{
    struct card card;
    enum fault fault = card_read_scan(&event->scan, &card);
    printf("%s: %zu %s, %s\n", event->name, event->scan.len, say(BYTES, language),
           say(event->scan.origin == ORIGIN_SILENCE ? SILENT : ENDED, language));
    printf("  %s %s: %s\n", fault ? "!" : "●", card_kind_code(card.kind),
           fault ? fault_text(fault, language) : say(WHOLE, language));
    if (!fault && card.notes & CARD_NOTE_LETTERS) {
        printf("  ! %s\n", say(LETTERS, language));
    }
    if (!fault && card.notes & CARD_NOTE_UNCLEAR) {
        printf("  ! %s\n", say(UNCLEAR, language));
    }
    print_mended(fault ? 0 : card.mended, language);
    explicit_bzero(&card, sizeof card);
}

static void print_event(const struct scanner_event *event, enum language language)
{
    char sentence[FAULT_SENTENCE_SIZE];
    switch (event->what) {
    case SCANNER_SCAN: print_scan(event, language); break;
    case SCANNER_FAULT:
        fault_sentence(event->fault, event->culprit, language, sentence);
        printf("! %s: %s\n", event->name, sentence);
        break;
    case SCANNER_CHANGED: printf("● %s: %s\n", event->name, say(READY, language)); break;
    default: break;
    }
}

static void serve(struct scanner *scanner, int signals, enum language language)
{
    struct scanner_event event;
    struct pollfd fds[] = {{signals, POLLIN, 0}, {scanner_fd(scanner), POLLIN, 0}};
    do {
        while (scanner_next(scanner, &event)) {
            print_event(&event, language);
        }
        explicit_bzero(&event, sizeof event);
        fflush(stdout);
    } while ((poll(fds, 2, scanner_timeout(scanner)) >= 0 || errno == EINTR) && !fds[0].revents);
}

int devices_test(const struct scanner_options *options, enum language language)
{
    struct scanner *scanner = NULL;
    static const int SIGNALS[] = {SIGHUP, SIGINT, SIGTERM};
    int signals = wait_signals(SIGNALS, sizeof SIGNALS / sizeof *SIGNALS), ready;
    enum fault fault = scanner_open(options, &scanner);
    if (fault) {
        fprintf(stderr, "tiepdon devices: %s\n", fault_text(fault, language));
        close(signals);
        return EXIT_CONFIG;
    }
    puts(say(HOW_TO_END, language));
    serve(scanner, signals, language);
    bool any = scanner_state(scanner, &ready) == SCANNER_READY;
    if (!any) {
        puts(say(NONE, language));
    }
    scanner_close(scanner);
    close(signals);
    return any ? 0 : 1;
}
