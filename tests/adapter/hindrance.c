/* hindrance: who holds a node, which right is missing. A file stands for the node; root can act as a clerk. */
#include "adapter/hindrance.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

/* As main does, so that no core file holds a patient: nobody sees then what it has open. */
static void hold_hidden(int ready)
{
    int own = open(node, O_RDONLY);
    bool clerk = geteuid() != 0 || (setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
    bool held = own >= 0 && flock(own, LOCK_EX) == 0 && clerk;
    prctl(PR_SET_NAME, "tiepdon");
    prctl(PR_SET_DUMPABLE, 0);
    if (held && write(ready, "", 1) == 1) {
        pause();
    }
    _exit(1);
}

Test(hindrance, a_counter_that_hides_what_it_has_open_is_named_by_its_lock, .init = begin, .fini = end)
{
    int ends[2];
    char byte;
    cr_assert_eq(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        hold_hidden(ends[1]); /* never returns */
    }
    close(ends[1]);
    cr_assert_eq(read(ends[0], &byte, 1), 1);
    close(file);
    if (geteuid() == 0) {
        cr_assert(setgroups(0, NULL) == 0 && setegid(NOBODY) == 0 && seteuid(NOBODY) == 0);
    }
    struct hindrance why = hindrance_of(FAULT_DEVICE_BUSY, DEVICE_SERIAL, node);
    cr_assert_eq(seteuid(getuid()), 0);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    cr_assert_eq(why.fault, FAULT_DEVICE_HELD);
    cr_assert_str_eq(why.name, "tiepdon");
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
