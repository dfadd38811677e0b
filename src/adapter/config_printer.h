/* config_printer: [printer] of tiepdon.ini. */
#ifndef TIEPDON_CONFIG_PRINTER_H
#define TIEPDON_CONFIG_PRINTER_H
#include "adapter/config.h"

/* The defaults; then what the kind of printer leaves open. */
void config_printer_begin(struct config *config);
void config_printer_end(struct config *config);

#endif
