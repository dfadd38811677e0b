/* claim: binding before profile, vendor and product and name together, never a person's keyboard. */
#include "core/claim.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool claim_name_fits(const char *pattern, const char *name)
{
    const char *star = NULL, *resume = name;
    while (*name) {
        if (*pattern == '*') {
            star = ++pattern;
            resume = name;
        } else if (tolower((unsigned char)*pattern) == tolower((unsigned char)*name)) {
            pattern++;
            name++;
        } else if (star) {
            pattern = star;
            name = ++resume;
        } else {
            return false;
        }
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

/* Serial numbers like "0" or "00000000" stand on every piece of a model. */
static bool serial_tells(const char *serial)
{
    size_t len = strlen(serial);
    return len >= 4 && strspn(serial, (char[]){serial[0], '\0'}) < len;
}

/* One word without white space, so that it stands in the configuration as it is. */
static void identify(const struct device *device, const char *kind, const char *value, char out[BIND_SIZE])
{
    snprintf(out, BIND_SIZE, "%04x:%04x/%s/%.*s", device->vendor, device->product, kind, DEVICE_NAME_SIZE,
             value);
    for (char *c = out; *c; c++) {
        if (!isalnum((unsigned char)*c) && !strchr(".:/_-", *c)) {
            *c = '_';
        }
    }
}

static bool is_bound(const char *bind, const struct device *device)
{
    const char *const facts[][2] = {
        {"serial", device->serial}, {"port", device->port}, {"name", device->name}};
    size_t len = strcspn(bind, " ");
    char identity[BIND_SIZE];
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        identify(device, facts[i][0], facts[i][1], identity);
        if (facts[i][1][0] && strlen(identity) == len && !memcmp(identity, bind, len)) {
            return true;
        }
    }
    return false;
}

void claim_bind(const struct device *device, const char *profile, char out[BIND_SIZE])
{
    if (serial_tells(device->serial)) {
        identify(device, "serial", device->serial, out);
    } else if (device->port[0]) {
        identify(device, "port", device->port, out);
    } else {
        identify(device, "name", device->name, out);
    }
    size_t len = strlen(out), more = strlen(profile);
    if (more && len + 1 + more < BIND_SIZE) {
        snprintf(out + len, BIND_SIZE - len, " %s", profile);
    }
}

static const struct profile *profile_named(const struct claim_rules *rules, const char *name)
{
    for (int i = 0; i < rules->profile_count; i++) {
        if (!strcmp(rules->profiles[i].name, name)) {
            return &rules->profiles[i];
        }
    }
    return NULL;
}

static const struct profile *profile_of(const struct claim_rules *rules, const struct device *device)
{
    for (int i = 0; i < rules->profile_count; i++) {
        const struct profile *profile = &rules->profiles[i];
        for (int m = 0; m < profile->match_count; m++) {
            unsigned short any = profile->match[m].product_any;
            if (profile->match[m].vendor == device->vendor &&
                (profile->match[m].product | any) == (device->product | any) &&
                claim_name_fits(profile->match[m].name, device->name)) {
                return profile;
            }
        }
    }
    return NULL;
}

/* A bound device types as its binding says, else as its model does, else as most scanners do. */
static const struct profile *profile_bound(const struct claim_rules *rules, const char *bind,
                                           const struct profile *known)
{
    const char *name = bind + strcspn(bind, " ");
    name += strspn(name, " ");
    const struct profile *named = *name ? profile_named(rules, name) : NULL;
    return named ? named : known ? known : profile_named(rules, PROFILE_GENERIC);
}

struct claim claim_judge(const struct claim_rules *rules, const struct device *device)
{
    if (!device->scans) {
        return (struct claim){CLAIM_NO_SCANS, NULL};
    }
    if (device->made) {
        return (struct claim){CLAIM_MADE, NULL};
    }
    const struct profile *known = profile_of(rules, device);
    for (int i = 0; i < rules->bind_count; i++) {
        if (is_bound(rules->binds[i], device)) {
            return (struct claim){CLAIM_BOUND, profile_bound(rules, rules->binds[i], known)};
        }
    }
    if (!known && device->kind != DEVICE_POS) {
        return (struct claim){CLAIM_STRANGER, NULL};
    }
    enum claim_kind kind = rules->remote       ? CLAIM_REMOTE
                           : rules->bind_count ? CLAIM_OTHER
                           : known             ? CLAIM_KNOWN
                                               : CLAIM_DECLARED;
    return (struct claim){kind, known ? known : profile_named(rules, PROFILE_GENERIC)};
}

bool claim_taken(enum claim_kind kind)
{
    return kind == CLAIM_BOUND || kind == CLAIM_KNOWN || kind == CLAIM_DECLARED;
}

bool claim_types(const char *bits, int bits_per_word)
{
    /* KEY_1..KEY_EQUAL, KEY_Q..KEY_P, KEY_ENTER, KEY_A..KEY_L, KEY_Z..KEY_M of the kernel's numbering, all in
     * the last 64 bits. */
    static const struct {
        unsigned char from, to;
    } NEEDED_KEYS[] = {{2, 11}, {16, 25}, {28, 28}, {30, 38}, {44, 50}};
    unsigned long long low = 0;
    const char *words[2] = {NULL, NULL};
    for (const char *at = bits + strspn(bits, " \n"); *at; at += strspn(at, " \n")) {
        words[0] = words[1];
        words[1] = at;
        at += strcspn(at, " \n");
    }
    if (words[1]) {
        low = strtoull(words[1], NULL, 16);
    }
    if (words[0] && bits_per_word == 32) {
        low |= strtoull(words[0], NULL, 16) << 32;
    }
    for (size_t i = 0; i < sizeof NEEDED_KEYS / sizeof *NEEDED_KEYS; i++) {
        for (int key = NEEDED_KEYS[i].from; key <= NEEDED_KEYS[i].to; key++) {
            if (!(low >> key & 1)) {
                return false;
            }
        }
    }
    return true;
}
