/* settings: lines are read here and handed to inih one by one, so that none is cut
 * and every fault has its line. */
#include "adapter/settings.h"
#include "adapter/place.h"
#include <ini.h>
#include <stdio.h>
#include <string.h>

struct reader {
    FILE *file;
    int *line;
    int refused; /* the first line the handler or we refused, 0 for none */
    settings_handler *handler;
    void *data;
};

/* fgets for ini_parse_stream: a line too long is refused and passed on empty. To inih an indented line goes on with the one
 * before it: here it is a line like any other. */
static char *next_line(char *out, int cap, void *stream)
{
    struct reader *reader = stream;
    char line[SETTINGS_LINE_MAX + 2];
    if (!fgets(line, sizeof line, reader->file)) {
        return NULL;
    }
    ++*reader->line;
    size_t len = strlen(line);
    if (len > SETTINGS_LINE_MAX && line[len - 1] != '\n') {
        int c = 0;
        while ((c = fgetc(reader->file)) != EOF && c != '\n') {
        }
        if (!reader->refused) {
            reader->refused = *reader->line;
        }
        len = 0;
    }
    if (len >= (size_t)cap) {
        len = 0;
    }
    line[len] = '\0';
    const char *begin = line + strspn(line, " \t");
    memcpy(out, begin, strlen(begin) + 1);
    return out;
}

static int take(void *user, const char *section, const char *name, const char *value)
{
    struct reader *reader = user;
    if (reader->handler(reader->data, section, name, value)) {
        return 1;
    }
    if (!reader->refused) {
        reader->refused = *reader->line;
    }
    return 0;
}

enum fault settings_read(const char *path, settings_handler *handler, void *data, int *ret_line)
{
    *ret_line = 0;
    struct reader reader = {.line = ret_line, .handler = handler, .data = data};
    enum fault fault = place_open(path, &reader.file);
    if (fault != FAULT_NONE) {
        return fault;
    }
    int malformed = ini_parse_stream(next_line, &reader, take, &reader);
    bool unreadable = ferror(reader.file) != 0;
    fclose(reader.file);
    if (unreadable) {
        return FAULT_SETTINGS_UNREADABLE;
    }
    *ret_line = reader.refused && (malformed <= 0 || reader.refused < malformed) ? reader.refused
                : malformed > 0                                                  ? malformed
                                                                                 : 0;
    return *ret_line ? FAULT_SETTINGS_LINE : FAULT_NONE;
}
