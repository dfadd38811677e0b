/* checkin_copy: named by its own SHA-256, so that the same record twice is one file. */
#include "adapter/checkin_copy.h"
#include "adapter/checkin_read.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bytes {
    const char *at;
    size_t len;
};

static bool write_bytes(FILE *out, const void *data)
{
    const struct bytes *bytes = data;
    return fwrite(bytes->at, 1, bytes->len, out) == bytes->len;
}

enum fault checkin_copy_keep(const char *data, const char *bytes, size_t len, char ret_digest[DIGEST_SIZE],
                             char ret_name[CHECKIN_COPY_SIZE], bool *ret_there)
{
    char path[PATH_SIZE];
    if (!digest_bytes(bytes, len, ret_digest)) {
        return FAULT_STORE_MEMORY;
    }
    snprintf(ret_name, CHECKIN_COPY_SIZE, "checkin-%s.xml", ret_digest);
    enum fault fault = place_join(data, ret_name, path);
    if (fault != FAULT_NONE) {
        return fault;
    }
    *ret_there = file_stamp(path).inode != 0;
    bool kept = *ret_there || file_replace(data, ret_name, write_bytes, &(struct bytes){bytes, len});
    return kept ? file_sync_directory(data) : FAULT_STORE_FULL;
}

char *checkin_copy_read(const char *data, const char *name, const char *digest)
{
    char path[PATH_SIZE], found[DIGEST_SIZE] = "";
    char *text = malloc(CHECKIN_FILE_MAX + 1);
    bool good = text && place_join(data, name, path) == FAULT_NONE &&
                place_read(path, text, CHECKIN_FILE_MAX + 1) == FAULT_NONE &&
                digest_bytes(text, strlen(text), found) && strcmp(found, digest) == 0;
    if (!good) {
        free(text);
        return NULL;
    }
    return text;
}

void checkin_copy_drop(const char *data, const char *name)
{
    char path[PATH_SIZE];
    if (place_join(data, name, path) == FAULT_NONE) {
        unlink(path);
    }
}
