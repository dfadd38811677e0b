/* shell_print: the desk hears at once what hinders, and of the rest when the process says so. What the journal was not
 * told of is not printed. */
#include "command/shell_print.h"
#include "command/papers.h"
#include "command/shell_look.h"
#include "command/shell_wish.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum fault make_text(struct shell *shell, char *out, size_t cap)
{
    const struct desk *desk = &shell->desk;
    const struct papers papers = {shell->store, &shell->forms, &shell->config.hospital, desk->status.today};
    switch (desk->printing) {
    case PRINT_SLIP: return desk_slip(desk, shell->forms.text[FORM_SLIP], out, cap);
    case PRINT_DIFFICULTY: return papers_difficulty(&papers, desk->answered.number, out, cap);
    case PRINT_DAY: return papers_day(&papers, desk->status.today, out, cap);
    }
    return FAULT_PRINTER_FAILED;
}

static enum fault send(struct shell *shell, char *text, char *bytes, uint64_t now)
{
    const struct desk *desk = &shell->desk;
    const char *guide = desk->printing == PRINT_SLIP ? desk->hospital.guide : "";
    size_t len = 0;
    enum fault fault = make_text(shell, text, PRINTOUT_SIZE);
    fault = fault ? fault : papers_mark(&desk->hospital, text, PRINTOUT_SIZE);
    if (!fault) {
        fault = printout_make(&shell->config.printer.printout, text, guide, &desk->guide, bytes,
                              PRINTOUT_SIZE, &len);
    }
    return fault ? fault
                 : printer_start(&shell->printer, "/proc/self/exe", &shell->config.printer, bytes, len, now);
}

void shell_print(struct shell *shell, uint64_t now)
{
    char *text = calloc(2, PRINTOUT_SIZE);
    enum fault fault = text ? shell_look_print(shell) : FAULT_MEMORY;
    fault = fault ? fault : send(shell, text, text + PRINTOUT_SIZE, now);
    if (text) {
        explicit_bzero(text, 2 * (size_t)PRINTOUT_SIZE);
        free(text);
    }
    if (fault) {
        desk_printed(&shell->desk, fault, now);
    }
}

void shell_printer(struct shell *shell, uint64_t now)
{
    struct printed printed;
    if (!printer_next(&shell->printer, now, &printed)) {
        return;
    }
    desk_printed(&shell->desk, printed.fault, now);
    if (printed.fault == FAULT_PRINTER_REFUSED) {
        char status[FAULT_NAME_SIZE];
        snprintf(status, sizeof status, "%d", printed.status);
        desk_fault_named(&shell->desk, FAULT_PRINTER_REFUSED_BY, status, now);
    }
    shell_keep(shell);
}
