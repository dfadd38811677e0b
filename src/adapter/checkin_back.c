/* checkin_back: one file after the other, each copied before it is moved, so that a stop in between loses nothing. */
#include "adapter/checkin_back.h"
#include "adapter/checkin_copy.h"
#include "adapter/checkin_read.h"
#include "adapter/store_file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    STILL_SECONDS = 2,    /* nobody has written to it for so long */
    PATIENCE_SECONDS = 60 /* what is half a file for longer stays one */
};

struct back {
    struct store *store;
    const char *data, *dir;
    struct checkin_report *report;
    char *bytes; /* of the file at hand: CHECKIN_FILE_MAX + 1 */
    int read;    /* files that were looked into */
};

static bool is_candidate(const char *name)
{
    size_t len = strlen(name);
    return name[0] != '.' && len > 4 && strcasecmp(name + len - 4, ".xml") == 0;
}

/* Reads the whole of a regular file that is still; -1 for one to be left alone for now. *ret_age is its age. */
static ssize_t read_still(const struct back *back, const char *name, long long *ret_age)
{
    char path[PATH_SIZE];
    struct stat st;
    if (place_join(back->dir, name, path) != FAULT_NONE) {
        return -1;
    }
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return -1;
    }
    bool regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    *ret_age = regular ? (long long)time(NULL) - (long long)st.st_mtime : 0;
    ssize_t len = -1;
    if (regular && *ret_age >= STILL_SECONDS) {
        FILE *in = fdopen(fd, "r");
        len = in ? (ssize_t)fread(back->bytes, 1, CHECKIN_FILE_MAX + 1, in) : -1;
        if (!in || ferror(in)) {
            len = -1;
        }
        in ? fclose(in) : close(fd);
        return len;
    }
    close(fd);
    return -1;
}

static bool write_reasons(FILE *out, const void *data)
{
    const struct checkin_returned *read = data;
    char text[CHECKIN_SENTENCE_SIZE], code[CHECKIN_CODE_SIZE];
    if (read->returned != RETURNED_WHOLE) {
        return fprintf(out, "%s: %s\n", returned_code(read->returned),
                       returned_text(read->returned, LANGUAGE_VI)) > 0;
    }
    bool good = true;
    for (int i = 0; good && i < read->problem_count; i++) {
        checkin_problem_code(read->problems[i], code);
        checkin_problem_text(read->problems[i], LANGUAGE_VI, text);
        good = fprintf(out, "%s: %s\n", code, text) > 0;
    }
    return good;
}

/* DIR/NAME becomes DIR/SUB/NAME. */
static enum fault move(const struct back *back, const char *name, const char *sub)
{
    char from[PATH_SIZE], dir[PATH_SIZE], to[PATH_SIZE];
    bool named = place_join(back->dir, name, from) == FAULT_NONE &&
                 place_join(back->dir, sub, dir) == FAULT_NONE && place_join(dir, name, to) == FAULT_NONE;
    bool moved = named && file_directory_make(dir) && rename(from, to) == 0;
    return moved ? FAULT_NONE : FAULT_CHECKIN_BACK;
}

/* NAME.txt, of a name that leaves room for what a file is called while it is written. */
static void name_reasons(const char *name, char out[NAME_MAX + 1])
{
    size_t len = strnlen(name, NAME_MAX - strlen(".txt.new"));
    while (len > 0 && ((unsigned char)name[len] & 0xC0) == 0x80) {
        len--;
    }
    snprintf(out, NAME_MAX + 1, "%.*s.txt", (int)len, name);
}

/* The reasons are there before the file is. */
static enum fault refuse(const struct back *back, const char *name, const struct checkin_returned *read)
{
    char dir[PATH_SIZE], reasons[NAME_MAX + 1];
    name_reasons(name, reasons);
    if (place_join(back->dir, "refused", dir) != FAULT_NONE || !file_directory_make(dir) ||
        !file_replace(dir, reasons, write_reasons, read)) {
        return FAULT_CHECKIN_BACK;
    }
    enum fault fault = move(back, name, "refused");
    back->report->refused += fault == FAULT_NONE;
    return fault;
}

static enum fault keep(const struct back *back, const char *name, size_t len,
                       const struct checkin_returned *read)
{
    char digest[DIGEST_SIZE], copy[CHECKIN_COPY_SIZE];
    bool is_new = false;
    bool waits = false;
    enum fault fault = checkin_copy_keep(back->data, back->bytes, len, digest, copy, &waits);
    fault = fault == FAULT_NONE ? store_send_add(back->store, read->key, digest, copy, &is_new) : fault;
    if (fault == FAULT_NONE && !is_new && !waits) {
        checkin_copy_drop(back->data, copy); /* it was settled before */
    }
    fault = fault == FAULT_NONE ? move(back, name, "taken") : fault;
    back->report->taken += fault == FAULT_NONE && is_new;
    return fault;
}

static enum fault take(struct back *back, const char *name)
{
    struct checkin_returned read;
    long long age = 0;
    ssize_t len = read_still(back, name, &age);
    if (len < 0) {
        return FAULT_NONE;
    }
    back->read++;
    checkin_read(back->bytes, (size_t)len, &read);
    bool half = read.returned == RETURNED_BROKEN && age < PATIENCE_SECONDS;
    if (half) {
        return FAULT_NONE;
    }
    bool whole = read.returned == RETURNED_WHOLE && read.problem_count == 0;
    return whole ? keep(back, name, (size_t)len, &read) : refuse(back, name, &read);
}

enum fault checkin_take_back(struct store *store, const char *data, const char *dir, int most,
                             struct checkin_report *ret)
{
    struct back back = {store, data, dir, ret, malloc(CHECKIN_FILE_MAX + 1), 0};
    DIR *list = back.bytes ? opendir(dir) : NULL;
    enum fault fault = list ? FAULT_NONE : back.bytes ? FAULT_CHECKIN_BACK : FAULT_STORE_MEMORY;
    for (struct dirent *entry; fault == FAULT_NONE && back.read < most && (entry = readdir(list));) {
        if (is_candidate(entry->d_name)) {
            fault = take(&back, entry->d_name);
        }
    }
    if (list) {
        closedir(list);
    }
    if (back.bytes) {
        explicit_bzero(back.bytes, CHECKIN_FILE_MAX + 1);
    }
    free(back.bytes);
    return fault;
}
