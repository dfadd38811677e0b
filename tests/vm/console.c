/* console: what stands on a Linux console, as a person sees it.
 *
 *     vm-console text N     the text of console N. The kernel keeps it from the first opening on: run it once before.
 *     vm-console glyphs N   every character of it that the font cannot show as itself; status 0 when there is none. */
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum { CELLS_MAX = 32768, HEADER = 4, UNIMAP_MAX = 4096, GLYPH_HIGH = 256, EXIT_USAGE = 64 };

struct console {
    unsigned char rows, columns;
    unsigned text[CELLS_MAX];         /* code points */
    unsigned short glyphs[CELLS_MAX]; /* glyph and attribute, as the console's memory holds them */
};

static int open_console(const char *kind, const char *number)
{
    char path[32];
    snprintf(path, sizeof path, "/dev/%s%.4s", kind, number);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    return fd;
}

static void read_console(const char *number, struct console *ret)
{
    unsigned char header[HEADER];
    int text = open_console("vcsu", number), glyphs = open_console("vcsa", number);
    if (read(glyphs, header, HEADER) != HEADER || read(text, ret->text, sizeof ret->text) < 0 ||
        read(glyphs, ret->glyphs, sizeof ret->glyphs) < 0) {
        perror("console");
        exit(EXIT_FAILURE);
    }
    ret->rows = header[0];
    ret->columns = header[1];
    close(text);
    close(glyphs);
}

static void print_text(const struct console *console)
{
    for (int y = 0; y < console->rows; y++) {
        const unsigned *row = console->text + y * console->columns;
        int width = console->columns;
        while (width > 0 && row[width - 1] <= ' ') {
            width--;
        }
        for (int x = 0; x < width; x++) {
            putwchar(row[x] < ' ' ? L' ' : (wchar_t)row[x]);
        }
        putwchar(L'\n');
    }
}

/* Whether the font's own table gives this glyph for this character. */
static bool shows(const struct unimapdesc *map, unsigned character, unsigned glyph)
{
    for (int i = 0; i < map->entry_ct; i++) {
        if (map->entries[i].unicode == character && map->entries[i].fontpos == glyph) {
            return true;
        }
    }
    return false;
}

static int check_glyphs(const struct console *console, const char *number)
{
    static struct unipair pairs[UNIMAP_MAX];
    struct unimapdesc map = {.entry_ct = UNIMAP_MAX, .entries = pairs};
    unsigned short high = 0;
    int tty = open_console("tty", number), wrong = 0;
    if (ioctl(tty, GIO_UNIMAP, &map) || ioctl(tty, VT_GETHIFONTMASK, &high)) {
        perror("the font");
        return EXIT_FAILURE;
    }
    for (int i = 0; i < console->rows * console->columns; i++) {
        unsigned cell = console->glyphs[i], character = console->text[i];
        unsigned glyph = (cell & 0xff) | (cell & high ? GLYPH_HIGH : 0);
        if (character > ' ' && !shows(&map, character, glyph)) {
            wprintf(L"U+%04X %lc is shown as glyph %u\n", character, (wint_t)character, glyph);
            wrong++;
        }
    }
    wprintf(L"%d characters of the font's table, %d cells cannot be shown\n", (int)map.entry_ct, wrong);
    return wrong || !map.entry_ct ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    static struct console console;
    setlocale(LC_ALL, "C.UTF-8");
    if (argc != 3) {
        fputs("see the head of tests/vm/console.c\n", stderr);
        return EXIT_USAGE;
    }
    read_console(argv[2], &console);
    if (!strcmp(argv[1], "glyphs")) {
        return check_glyphs(&console, argv[2]);
    }
    print_text(&console);
    return EXIT_SUCCESS;
}
