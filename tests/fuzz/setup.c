/* Whatever arrives while a scanner is set up: what is taken for the known code tells nothing impossible, and the
 * profile that is made of it reads that scanner. The first bytes choose the way and the kind of device; the rest is
 * one reading, and also a line's bytes with their pauses. */
#include "core/setup.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_known(const struct setup *setup, size_t len)
{
    static const struct device device = {.vendor = 0x1209, .product = 1, .name = "Fuzz", .scans = true};
    static struct profile profile;
    require(setup->whole <= SETUP_ALL && setup->sent < SETUP_SENT_COUNT && setup->silence_us >= SILENCE_US);
    require(strlen(setup->prefix) < PREFIX_SIZE && strlen(setup->prefix) < len);
    setup_profile(setup, &device, true, &profile);
    require(setup_served(setup, &profile));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct setup setup = {0};
    struct setup_trace trace = {0};
    if (size < 2) {
        return 0;
    }
    const char *text = (const char *)data + 2;
    enum device_kind kind = (enum device_kind)(data[0] % (DEVICE_POS + 1));
    enum way way = (enum way)(data[0] / 4 % (WAY_CODE_POINT + 1));
    uint64_t us = 1;
    for (size_t at = 0; at < size - 2; at++, us += data[1] * UINT64_C(1000)) {
        const struct stroke stroke = {
            .us = us, .code = data[2 + at], .pressed = at % 2 == 0, .text = {text[at]}};
        if (kind == DEVICE_KEYS) {
            setup_stroke(&trace, &stroke);
        } else {
            setup_bytes(&trace, text + at, 1, us);
        }
    }
    setup_try(&setup, kind == DEVICE_KEYS ? "us" : "", way, text, size - 2);
    setup_end(&setup, kind, &trace);
    if (setup.known) {
        check_known(&setup, size - 2);
    }
    return 0;
}
