/* clerk: who works at a counter, what their role lets them do, and how long a wrong PIN makes wait. Where the journal
 * knows no clerk nobody signs in, and name and rights are those of the configuration. */
#ifndef TIEPDON_CLERK_H
#define TIEPDON_CLERK_H
#include "core/field.h"
#include "core/hospital.h"
#include <stdbool.h>

#define ROLE_LIST(X)                                                                                         \
    X(CLERK, clerk)                                                                                          \
    X(HEAD, head)                                                                                            \
    X(AUDITOR, auditor)

enum role {
#define X(code, lower) ROLE_##code,
    ROLE_LIST(X)
#undef X
        ROLE_COUNT
};

/* What a role may do at the counter. An auditor looks and writes nothing; what belongs to another clerk or to the whole
 * day is the head's. */
enum right {
    RIGHT_TAKE_IN, /* intakes, corrections, difficulties, undo of one's own counter's last act */
    RIGHT_UNDO_OTHERS,
    RIGHT_ANSWER, /* a difficulty is sent or answered */
    RIGHT_CLOSE_DAY,
    RIGHT_STATISTICS,
    RIGHT_LISTS, /* look at the lists and at records, and print them: paper writes nothing but a look */
};

enum { LOGIN_SIZE = 32, PIN_LEAST = 4, PIN_SIZE = 33 };

struct clerk {
    char login[LOGIN_SIZE];      /* a-z, 0-9, . - _ */
    char name[PLACE_SIZE];       /* as screens and the journal show it */
    char portal_name[NAME_SIZE]; /* hoTenCb, as registered with BHXH; "" is `name` */
    char cccd[CCCD_SIZE];        /* cccdCb; "" for none */
    enum role role;
    bool active;
};

const char *role_code(enum role role); /* "clerk" "head" "auditor" */
bool role_read(const char *code, enum role *ret);
bool role_may(enum role role, enum right right);

bool clerk_login_valid(const char *login);
/* PIN_LEAST to PIN_SIZE - 1 visible characters of ASCII: whatever keyboard or input method is on types the same. */
bool clerk_pin_valid(const char *pin);

/* Seconds to wait after so many wrong PINs in a row: none for two, then 2, 4, 8 ... up to 300. No clerk is ever shut out
 * for good: whoever types wrong names on purpose would stop the counter. */
int clerk_delay(int failures);

/* What a sign-in event was. */
#define SIGN_LIST(X)                                                                                         \
    X(IN, in)                                                                                                \
    X(OUT, out)                                                                                              \
    X(LOCK, lock)                                                                                            \
    X(UNLOCK, unlock)                                                                                        \
    X(FAILED, failed)
enum sign {
#define X(code, lower) SIGN_##code,
    SIGN_LIST(X)
#undef X
        SIGN_COUNT
};

/* Why a record was looked at. */
#define PURPOSE_LIST(X)                                                                                      \
    X(SCAN, scan)                                                                                            \
    X(SEARCH, search) /* a row of the search box was opened */                                               \
    X(RECORD, record) /* an earlier intake was opened */                                                     \
    X(HISTORY, history)                                                                                      \
    X(COPAYMENT, copayment)                                                                                  \
    X(PRINT, print)                                                                                          \
    X(EXPORT, export)
enum purpose {
#define X(code, lower) PURPOSE_##code,
    PURPOSE_LIST(X)
#undef X
        PURPOSE_COUNT
};

const char *sign_code(enum sign sign);
const char *purpose_code(enum purpose purpose);

#endif
