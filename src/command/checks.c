/* tiepdon checks: every finding by name: code, severity, and its sentence in
 * both languages, parted by tabs. */
#include "command/command.h"
#include "core/finding.h"
#include <stdio.h>

int command_checks(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) {
        fputs("tiepdon checks: takes no arguments\n", stderr);
        return EXIT_USAGE;
    }
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        printf("%s\t%s\t%s\t%s\n", finding_code(finding), severity_code(finding_severity(finding)),
               finding_text(finding, LANGUAGE_VI), finding_text(finding, LANGUAGE_EN));
    }
    return fflush(stdout) == 0 ? 0 : EXIT_STORE;
}
