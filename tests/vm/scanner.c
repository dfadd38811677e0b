/* scanner: a bar code scanner at the kernel's door, for the test machine.
 *
 *     vm-scanner uhid|pos|gadget|serial [NAME=VALUE...]   plugs it in (model.h) and carries out lines of its input:
 *         scan TEXT       prefix, text, suffix            half TEXT       the text alone
 *         press KEY       a key of a person's keyboard    report HEX ...  the bytes of one report
 *         set NAME=VALUE                                  plug, unplug
 *         stall PID AFTER COUNT                           see wire_stall
 *     Each is answered by "done LATE" when its last report went; LATE is by how many milliseconds the machine let one
 *     of them wait. The end of the input unplugs it.
 *     vm-scanner descriptor uhid|pos                      prints the HID report descriptor */
#include "typing.h"
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 8192, REPORT_MAX = 64, EXIT_USAGE = 64 };

static int usage(const char *what)
{
    fprintf(stderr, "scanner: what is '%s'? See the head of tests/vm/scanner.c\n", what);
    return EXIT_USAGE;
}

static int print_descriptor(const char *port)
{
    struct model model;
    size_t size;
    if (!model_init(&model, port)) {
        return usage(port);
    }
    const unsigned char *descriptor = wire_descriptor(model.port, &size);
    return fwrite(descriptor, 1, size, stdout) == size && !fflush(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool send_report(struct wire *wire, const struct model *model, const char *hex)
{
    unsigned char report[REPORT_MAX];
    size_t size = 0;
    for (char *end; size < sizeof report; hex = end) {
        unsigned long byte = strtoul(hex, &end, 16);
        if (end == hex) {
            break;
        }
        report[size++] = (unsigned char)byte;
    }
    wire_send(wire, model, report, size);
    return size > 0;
}

static bool stall(struct wire *wire, const char *numbers)
{
    int pid, after, count;
    if (sscanf(numbers, "%d %d %d", &pid, &after, &count) != 3) {
        return false;
    }
    wire_stall(wire, pid, after, count);
    return true;
}

static bool carry_out(struct wire *wire, struct model *model, char *line)
{
    char *rest = line + strcspn(line, " ");
    rest += *rest ? 1 : 0;
    if (!strncmp(line, "scan ", 5)) {
        type_scan(wire, model, rest);
    } else if (!strncmp(line, "half ", 5)) {
        type_text(wire, model, rest);
    } else if (!strncmp(line, "press ", 6)) {
        return type_key(wire, model, rest);
    } else if (!strncmp(line, "report ", 7)) {
        return send_report(wire, model, rest);
    } else if (!strncmp(line, "set ", 4)) {
        return model_set(model, rest);
    } else if (!strncmp(line, "stall ", 6)) {
        return stall(wire, rest);
    } else if (!strcmp(line, "plug")) {
        wire_plug(wire, model);
    } else if (!strcmp(line, "unplug")) {
        wire_unplug(wire);
    } else {
        return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    setvbuf(stdout, NULL, _IOLBF, 0);
    struct model model;
    if (argc == 3 && !strcmp(argv[1], "descriptor")) {
        return print_descriptor(argv[2]);
    }
    if (argc < 2 || !model_init(&model, argv[1])) {
        return usage(argc < 2 ? "" : argv[1]);
    }
    for (int i = 2; i < argc; i++) {
        if (!model_set(&model, argv[i])) {
            return usage(argv[i]);
        }
    }
    struct wire wire = {.fd = -1};
    wire_plug(&wire, &model);
    puts("done");
    for (char line[LINE_SIZE]; fgets(line, sizeof line, stdin);) {
        line[strcspn(line, "\n")] = '\0';
        wire_begin(&wire);
        if (!carry_out(&wire, &model, line)) {
            return usage(line);
        }
        printf("done %ld\n", wire.late_ms);
    }
    wire_unplug(&wire);
    return EXIT_SUCCESS;
}
