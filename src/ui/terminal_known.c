/* terminal_known: apart, because term.h takes common words for macros. */
#include "ui/terminal.h"
#include <curses.h>
#include <term.h>
#include <unistd.h>

bool terminal_known(const char *name)
{
    int error = 0;
    return setupterm(name, STDOUT_FILENO, &error) == OK;
}
