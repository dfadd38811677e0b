/* wrap: one row at a time, no memory of the whole. */
#include "core/wrap.h"
#include "core/text.h"
#include <string.h>

/* Bytes of `text` that fit into the columns, never beyond the line's end nor the room. */
static size_t fitting(const char *text, size_t line, int columns, size_t room)
{
    size_t at = 0;
    while (at < line) {
        size_t next = text_after(text, at);
        char letter[WRAP_ROW];
        if (next > room) {
            break;
        }
        memcpy(letter, text + at, next - at);
        letter[next - at] = '\0';
        columns -= text_columns(letter);
        if (columns < 0) {
            break;
        }
        at = next;
    }
    return at;
}

/* Where the row ends: behind its last whole word, or within a word that fills it. */
static size_t row_end(const char *text, size_t line, int columns, size_t room)
{
    size_t end = fitting(text, line, columns, room);
    if (end == line || text[end] == ' ') {
        return end;
    }
    for (size_t at = end; at > 0; at--) {
        if (text[at - 1] == ' ') {
            return at - 1 > strspn(text, " ") ? at - 1 : end;
        }
    }
    return end;
}

/* Leading spaces, then a bullet or a number with its dot, then one space. */
static int paragraph_indent(const char *line, size_t len, int columns)
{
    size_t spaces = strspn(line, " "), digits = strspn(line + spaces, "0123456789"), sign = 0;
    if (digits && (line[spaces + digits] == '.' || line[spaces + digits] == ')')) {
        sign = digits + 1;
    } else if (strncmp(line + spaces, "•", strlen("•")) == 0) {
        sign = strlen("•");
    } else if (line[spaces] == '-' || line[spaces] == '*') {
        sign = 1;
    }
    bool marked = sign && spaces + sign < len && line[spaces + sign] == ' ';
    int wide = sign == strlen("•") && !digits ? 1 : (int)sign;
    int indent = (int)spaces + (marked ? wide + 1 : 0);
    return indent < columns / 2 ? indent : 0;
}

bool wrap_next(struct wrap *wrap, char ret[WRAP_ROW])
{
    const char *text = wrap->rest;
    if (!*text) {
        return false;
    }
    wrap->indent = wrap->within ? wrap->indent : 0;
    size_t line = strcspn(text, "\n"), indent = (size_t)wrap->indent;
    size_t end = row_end(text, line, wrap->columns - wrap->indent, WRAP_ROW - 1 - indent);
    memset(ret, ' ', indent);
    memcpy(ret + indent, text, end);
    ret[indent + end] = '\0';
    end = end == 0 && line > 0 ? text_after(text, 0) : end;
    end += end < line ? strspn(text + end, " ") : 0;
    wrap->indent = wrap->within ? wrap->indent : paragraph_indent(text, line, wrap->columns);
    wrap->within = end < line;
    wrap->rest = text + end + (end >= line && text[end] == '\n');
    return true;
}
