/* hindrance: who holds a node, which right is missing. A file stands for the node; root can act as a clerk. */
#include "adapter/hindrance.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static char node[] = "/tmp/tiepdon-node-XXXXXX";
static int file;

static void begin(void)
{
    file = mkstemp(node);
    cr_assert(file >= 0);
}

static void end(void)
{
    close(file);
    unlink(node);
}

static void be_a_clerk(const char *group, mode_t mode)
{
    if (geteuid() != 0) {
        cr_skip_test("only root can act as another account");
    }
    const struct group *entry = group ? getgrnam(group) : NULL;
    if (group && !entry) {
        cr_skip_test("this system has no group %s", group);
    }
    cr_assert_eq(fchown(file, 0, entry ? entry->gr_gid : 0), 0);
    cr_assert_eq(fchmod(file, mode), 0);
    cr_assert(setgroups(0, NULL) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
}

Test(hindrance, names_the_program_that_has_the_node_open, .init = begin, .fini = end)
{
    char name[FAULT_NAME_SIZE] = "";
    prctl(PR_SET_NAME, "keyd \033[2J");
    cr_assert(hindrance_holder(node, name));
    cr_assert_str_eq(name, "keyd??[2J", "what a program calls itself reaches the screen");
    struct hindrance why = hindrance_of(FAULT_DEVICE_BUSY, DEVICE_KEYS, node);
    cr_assert_eq(why.fault, FAULT_DEVICE_HELD);
    cr_assert_str_eq(why.name, name);
}

Test(hindrance, a_holder_that_is_not_seen_is_guessed_by_the_kind_of_device)
{
    const char *gone = "/tmp/tiepdon-no-such-node";
    cr_assert_eq(hindrance_of(FAULT_DEVICE_BUSY, DEVICE_KEYS, gone).fault, FAULT_DEVICE_BUSY);
    cr_assert_eq(hindrance_of(FAULT_DEVICE_BUSY, DEVICE_SERIAL, gone).fault, FAULT_DEVICE_PORT_BUSY);
    cr_assert_str_eq(hindrance_of(FAULT_DEVICE_BUSY, DEVICE_POS, gone).name, "tiepdon");
    cr_assert_eq(hindrance_of(FAULT_DEVICE_DENIED, DEVICE_KEYS, gone).fault, FAULT_DEVICE_DENIED);
    cr_assert_eq(hindrance_of(FAULT_DEVICE_LAST, DEVICE_KEYS, gone).fault, FAULT_DEVICE_LAST);
}

Test(hindrance, a_node_that_is_roots_alone_lacks_the_rule, .init = begin, .fini = end)
{
    be_a_clerk(NULL, 0600);
    cr_assert_eq(hindrance_of(FAULT_DEVICE_DENIED, DEVICE_POS, node).fault, FAULT_DEVICE_RULE);
}

Test(hindrance, nobody_is_told_to_join_the_group_of_all_keyboards, .init = begin, .fini = end)
{
    be_a_clerk("input", 0660);
    cr_assert_eq(hindrance_of(FAULT_DEVICE_DENIED, DEVICE_KEYS, node).fault, FAULT_DEVICE_RULE);
}

Test(hindrance, the_group_that_is_missing_is_named, .init = begin, .fini = end)
{
    be_a_clerk("dialout", 0660);
    struct hindrance why = hindrance_of(FAULT_DEVICE_DENIED, DEVICE_SERIAL, node);
    cr_assert_eq(why.fault, FAULT_DEVICE_GROUP);
    cr_assert_str_eq(why.name, "dialout");
}
