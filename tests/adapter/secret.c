/* secret: whose file it is and who else may read it; what of it is the password. */
#include "adapter/secret.h"
#include "../support/place.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(secret, .init = (void (*)(void))place_begin, .fini = place_end);

static const char MD5_ABC[] = "900150983cd24fb0d6963f7d28e17f72";

static enum fault read_with(const char *text, mode_t mode, char md5[SECRET_SIZE])
{
    const char *path = place_write("password", text);
    cr_assert(chmod(path, mode) == 0);
    return secret_read(path, md5);
}

Test(secret, the_line_end_is_not_the_password)
{
    static const char *const texts[] = {"abc", "abc\n", "abc\r\n"};
    char md5[SECRET_SIZE];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_assert_eq(read_with(texts[i], 0600, md5), FAULT_NONE);
        cr_expect_str_eq(md5, MD5_ABC);
    }
    cr_assert_eq(read_with(" abc", 0400, md5), FAULT_NONE);
    cr_expect_str_neq(md5, MD5_ABC);
}

Test(secret, others_may_not_read_it)
{
    char md5[SECRET_SIZE];
    static const mode_t open[] = {0640, 0604, 0620, 0602, 0610, 0644, 0666};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        cr_expect_eq(read_with("abc", open[i], md5), FAULT_PORTAL_PASSWORD_OPEN, "%o", open[i]);
    }
}

Test(secret, it_is_ours_or_of_root)
{
    char md5[SECRET_SIZE];
    if (geteuid() != 0) {
        cr_skip_test("only root can give a file away");
    }
    const char *path = place_write("password", "abc");
    cr_assert(chmod(path, 0600) == 0 && chown(path, 65534, 65534) == 0);
    cr_expect_eq(secret_read(path, md5), FAULT_PORTAL_PASSWORD_OPEN);
}

Test(secret, a_link_is_judged_by_what_it_leads_to)
{
    char md5[SECRET_SIZE];
    cr_assert_eq(read_with("abc", 0600, md5), FAULT_NONE);
    cr_assert(symlink("password", place_path("link")) == 0);
    cr_expect_eq(secret_read(place_path("link"), md5), FAULT_NONE);
    cr_assert(chmod(place_path("password"), 0644) == 0);
    cr_expect_eq(secret_read(place_path("link"), md5), FAULT_PORTAL_PASSWORD_OPEN);
}

Test(secret, what_is_no_password)
{
    char md5[SECRET_SIZE], longer[300];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    cr_expect_eq(secret_read(place_path("none"), md5), FAULT_PORTAL_PASSWORD);
    cr_expect_eq(secret_read(place_dir(), md5), FAULT_PORTAL_PASSWORD);
    cr_expect_eq(read_with("", 0600, md5), FAULT_PORTAL_PASSWORD);
    cr_expect_eq(read_with("\n", 0600, md5), FAULT_PORTAL_PASSWORD);
    cr_expect_eq(read_with(longer, 0600, md5), FAULT_PORTAL_PASSWORD);
    cr_assert(mkfifo(place_path("pipe"), 0600) == 0);
    cr_expect_eq(secret_read(place_path("pipe"), md5), FAULT_PORTAL_PASSWORD);
}

Test(secret, a_credential_of_systemd)
{
    char md5[SECRET_SIZE];
    unsetenv("CREDENTIALS_DIRECTORY");
    cr_expect_eq(secret_read("", md5), FAULT_PORTAL_PASSWORD);
    cr_assert(chmod(place_write("portal-password", "abc"), 0440) == 0);
    setenv("CREDENTIALS_DIRECTORY", place_dir(), 1);
    cr_assert_eq(secret_read("", md5), FAULT_NONE);
    cr_expect_str_eq(md5, MD5_ABC);
    cr_assert(chmod(place_path("portal-password"), 0444) == 0);
    cr_expect_eq(secret_read("", md5), FAULT_PORTAL_PASSWORD_OPEN);
}
