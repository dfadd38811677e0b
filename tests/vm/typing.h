/* typing: a scan as the reports that a scanner of this model sends. */
#ifndef VM_TYPING_H
#define VM_TYPING_H
#include "model.h"
#include "wire.h"

/* Prefix, text (UTF-8) and suffix. */
void type_scan(struct wire *wire, const struct model *model, const char *text);

/* The text alone: half a scan. */
void type_text(struct wire *wire, const struct model *model, const char *text);

/* One key of a person's keyboard: a character, Enter, Escape, Tab, Up, Down, F1 ... F12; false for another name. */
bool type_key(struct wire *wire, const struct model *model, const char *name);

#endif
