/* tiepdon read [--json] PICTURE...: the payload of every QR code, a line each, in the order of the pictures
 * and of reading. `-` is a picture on standard input.
 *
 * Without --json a payload is written as it stands in the code, whatever bytes it holds; on a terminal its
 * control characters are shown as ?. With --json one object a code: {"file":..,"symbol":n,"payload":..}, n
 * from 1; what is not UTF-8 text comes as "payload_hex" (and "file_hex").
 *
 * Exit status: 0 every picture gave a code; 3 one has none; 66 one cannot be read (the others are); 64 usage;
 * 74 the output cannot be written. */
#include "adapter/digest.h"
#include "adapter/picture.h"
#include "command/command.h"
#include "command/usage.h"
#include "core/json.h"
#include "core/text.h"
#include <assert.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_NO_CODE = 3 };

/* A control character becomes \u001b, six bytes for one. */
enum { LINE_SIZE = 6 * (PAYLOAD_MAX + PATH_MAX) + 64 };

static void json_text(struct json *json, const char *key, const char *key_hex, const char *bytes, size_t len)
{
    char hex[2 * PAYLOAD_MAX + 1];
    if (text_valid(bytes, len) && !memchr(bytes, '\0', len)) {
        json_key(json, key);
        json_put_string(json, bytes);
        return;
    }
    assert(len <= PAYLOAD_MAX);
    digest_hex(bytes, len, hex);
    json_key(json, key_hex);
    json_put_string(json, hex);
    explicit_bzero(hex, sizeof hex);
}

static enum fault print_json(const char *path, int number, const struct scan *scan)
{
    char line[LINE_SIZE];
    struct json json;
    json_begin(&json, line, sizeof line);
    json_object_begin(&json);
    json_text(&json, "file", "file_hex", path, strlen(path));
    json_key(&json, "symbol");
    json_put_int(&json, number);
    json_text(&json, "payload", "payload_hex", scan->bytes, scan->len);
    json_object_end(&json);
    enum fault fault = json_end(&json);
    if (!fault) {
        puts(line);
    }
    explicit_bzero(line, sizeof line);
    return fault;
}

/* A code may hold escape sequences: they do not drive the terminal. */
static void print_shown(const struct scan *scan)
{
    for (size_t at = 0, took; at < scan->len; at += took) {
        int32_t rune;
        took = text_next(scan->bytes + at, scan->len - at, &rune);
        if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0)) {
            putchar('?');
        } else {
            fwrite(scan->bytes + at, 1, took, stdout);
        }
    }
    putchar('\n');
}

static void print_raw(const struct scan *scan)
{
    fwrite(scan->bytes, 1, scan->len, stdout);
    putchar('\n');
}

static enum fault print_symbols(const char *path, const struct symbols *symbols, bool as_json)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; i < symbols->count && !fault; i++) {
        if (as_json) {
            fault = print_json(path, i + 1, &symbols->scan[i]);
        } else if (isatty(STDOUT_FILENO)) {
            print_shown(&symbols->scan[i]);
        } else {
            print_raw(&symbols->scan[i]);
        }
    }
    return fault;
}

static int read_one(const char *path, bool as_json)
{
    struct symbols symbols = {0};
    bool input = strcmp(path, "-") == 0;
    enum fault fault = input ? picture_read_fd(STDIN_FILENO, &symbols) : picture_read(path, &symbols);
    if (!fault) {
        fault = print_symbols(path, &symbols, as_json);
    }
    explicit_bzero(&symbols, sizeof symbols);
    if (!fault) {
        return 0;
    }
    fprintf(stderr, "tiepdon read: %s: %s\n", path, fault_text(fault, LANGUAGE_VI));
    return fault == FAULT_PICTURE_NO_CODE ? EXIT_NO_CODE : EXIT_NO_INPUT;
}

int command_read(int argc, char **argv)
{
    static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
    bool as_json = false;
    int option, status = 0;
    opterr = 0;
    optind = 1;
    while ((option = getopt_long(argc, argv, "", options, NULL)) == 'j') {
        as_json = true;
    }
    if (option != -1 || optind >= argc) {
        return usage_refuse("read");
    }
    for (int i = optind; i < argc; i++) {
        int one = read_one(argv[i], as_json);
        status = one > status ? one : status;
    }
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("tiepdon read: không ghi được kết quả: kiểm tra ổ đĩa.\n", stderr);
        return EXIT_STORE;
    }
    return status;
}
