/* config_printer: what a receipt printer has otherwise than paper. */
#include "adapter/config_printer.h"

/* Not said by any line: the kind of printer decides. */
enum { OPEN = 0, RECEIPT_COLUMNS = 48 };

void config_printer_begin(struct config *config)
{
    config->printer = (struct printer_options){
        .printout.how = {.letters = LETTERS_COUNT, .columns = OPEN, .page = ESCPOS_PAGE}};
}

void config_printer_end(struct config *config)
{
    struct printout *printout = &config->printer.printout;
    if (printout->how.columns == OPEN) {
        printout->how.columns = printout->escpos ? RECEIPT_COLUMNS : PRINTOUT_COLUMNS;
    }
    if (printout->how.letters == LETTERS_COUNT) {
        printout->how.letters = printout->escpos ? LETTERS_PLAIN : LETTERS_UTF8;
    }
    config->hospital.printer = printer_there(&config->printer);
}
