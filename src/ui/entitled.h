/* entitled: what the screens of entitlement share. */
#ifndef TIEPDON_ENTITLED_H
#define TIEPDON_ENTITLED_H
#include "ui/frame.h"

/* Appends "số 12/GC · từ 16/11/2026 · đến 31/12/2026", as far as it is known. */
void entitled_paper(const struct frame *frame, const struct paper *paper, char *out, size_t cap);

#endif
