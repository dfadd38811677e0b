/* account: the password first, so that no configuration names a file that is not there. */
#include "demo/account.h"

#include "adapter/config.h"
#include "adapter/place.h"
#include "adapter/store_file.h"

static const char PASSWORD_FILE[] = "portal-password";
static const char SETTINGS[] = "tiepdon.ini";

static bool write_password(FILE *out, const void *data)
{
    (void)data;
    return fprintf(out, "%s\n", ACCOUNT_PASSWORD) > 0;
}

struct adding {
    const char *path; /* of the settings as they are */
    int port;
};

static bool write_settings(FILE *out, const void *data)
{
    const struct adding *adding = data;
    FILE *in;
    if (place_open(adding->path, &in) != FAULT_NONE) {
        return false;
    }
    for (int byte; (byte = getc(in)) != EOF;) {
        putc(byte, out);
    }
    bool good = !ferror(in);
    fclose(in);
    return good && fprintf(out,
                           "\n; Cổng thử trên máy này (make portal), không phải cổng của BHXH.\n[portal]\n"
                           "base = http://127.0.0.1:%d\nuser = %s\npassword_file = %s\nclerk = %s\n"
                           "clerk_cccd = %s\nfacility_path = /api/egw/NhanThongTinCSKCB\nstand_in = yes\n",
                           adding->port, ACCOUNT_USER, PASSWORD_FILE, ACCOUNT_CLERK, ACCOUNT_CLERK_CCCD) > 0;
}

enum fault account_add(const char *dir, int port)
{
    char path[PATH_SIZE];
    struct config config;
    int line;
    enum fault fault = config_load(dir, &config, &line);
    fault = fault ? fault : place_join(dir, SETTINGS, path);
    if (fault || config.hospital.portal) {
        return fault;
    }
    struct adding adding = {path, port};
    return file_replace(dir, PASSWORD_FILE, write_password, NULL) &&
                   file_replace(dir, SETTINGS, write_settings, &adding)
               ? FAULT_NONE
               : FAULT_DEMO_WRITE;
}
