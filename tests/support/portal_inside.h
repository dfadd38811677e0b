/* portal_inside: the parts of the stand-in portal, for its own files. */
#ifndef TIEPDON_TESTS_PORTAL_INSIDE_H
#define TIEPDON_TESTS_PORTAL_INSIDE_H
#include "core/date.h"
#include "core/number.h"
#include "portal.h"
#include <jansson.h>
#include <microhttpd.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stddef.h>

enum standin_path {
    PATH_TOKEN,
    PATH_MEMBER,
    PATH_HISTORY,
    PATH_COPAYMENT,
    PATH_FACILITY,
    PATH_RECORD,
    PATH_CONTROL,
    PATH_COUNT,
};

/* portal_fault: what goes wrong on demand, and what was asked. Its lock is its own. */

enum standin_act {
    ACT_NONE,
    ACT_HANG,
    ACT_RESET,
    ACT_CUT,
    ACT_HALF,
    ACT_TEXT,
    ACT_HTML,
    ACT_HUGE,
    ACT_DEEP,
    ACT_STORM,
    ACT_STATUS, /* an HTTP status */
    ACT_CODE,   /* a maKetQua */
    ACT_REFUSED,
    ACT_HOLD,
};

struct standin_fault {
    enum standin_act act;
    int value; /* the status or code */
};

enum { ASKED_MAX = 4096 };

struct standin_faults {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool stopping;
    unsigned turn; /* counts the controls, which let go what is held */
    struct standin_fault fault;
    int left;    /* questions; -1: all */
    unsigned on; /* set of 1 << enum standin_path */
    int delay_ms;
    int token_seconds;
    long long begin_ms;
    int counts[PATH_COUNT];
    struct asked_once {
        enum standin_path path;
        long long at_ms;
        char number[NUMBER_SIZE];
        char code[4];
    } asked[ASKED_MAX];
    int asked_count;
};

void faults_open(struct standin_faults *faults);
void faults_stop(struct standin_faults *faults);
void faults_close(struct standin_faults *faults);
bool faults_control(struct standin_faults *faults, const char *name, const char *value);
/* What becomes of a question: waits its delay or as long as it is held or hangs; counts it. */
struct standin_fault faults_take(struct standin_faults *faults, enum standin_path path);
void faults_note(struct standin_faults *faults, enum standin_path path, const char *number, const char *code);
json_t *faults_stats(struct standin_faults *faults);
int faults_asked(struct standin_faults *faults, const char *path);

/* portal_token: who may ask. */

enum { TOKEN_SIZE = 33, TOKENS_MAX = 64, PEER_SIZE = 46 };

struct standin_tokens {
    pthread_mutex_t lock;
    struct standin_token {
        char access[TOKEN_SIZE], id[TOKEN_SIZE], peer[PEER_SIZE];
        long long until_ms; /* Unix time */
    } token[TOKENS_MAX];
    int next;
};

/* The account's password as the interface wants it. */
void tokens_password(char out[33]);
/* The answer to /api/token/take. */
json_t *tokens_take(struct standin_tokens *tokens, const char *user, const char *password, const char *peer,
                    int seconds);
bool tokens_good(struct standin_tokens *tokens, const char *access, const char *id, const char *peer);

/* portal_people: whom the portal knows. */

struct standin_people {
    sqlite3 *db; /* in memory */
    pthread_mutex_t lock;
    date_text today;
    char facility[FACILITY_SIZE]; /* of the hospital that asks */
};

/* Answers false with the reason on stderr. */
bool people_open(const char *dir, struct standin_people *ret);
void people_close(struct standin_people *people);
/* The row that answers a number, as the portal has it: strings under the portal's names, dates ISO; NULL for none. */
json_t *people_find(struct standin_people *people, const char *number);
/* The name of a facility, NULL for none; a new string. */
json_t *people_facility(struct standin_people *people, const char *code);
/* Says its values although name or birth date were asked wrongly. */
bool people_tells(const char *bhxh);

/* portal_member: the answer to a look-up. */

/* `number` was asked about under this name and birth date; *ret_bhxh is whose visits may be told, "" for nobody. */
json_t *member_answer(struct standin_people *people, const json_t *body, char ret_bhxh[BHXH_SIZE]);
/* {"maKetQua": code, "ghiChu": ...}, with every other name null where `all`. */
json_t *member_code(const char *code, bool all);

/* portal_story: what became of a member, the same for the same number. */

json_t *story_checks(const struct standin_people *people, const char *bhxh);
json_t *story_visits(const struct standin_people *people, const char *bhxh);
json_t *story_payments(const struct standin_people *people, const char *bhxh);

/* portal_answer: what each path says to whom. */

struct standin {
    struct MHD_Daemon *daemon;
    struct standin_people people;
    struct standin_faults faults;
    struct standin_tokens tokens;
    char *certificate, *key;
};

struct request {
    struct MHD_Connection *connection;
    enum standin_path path;
    char *raw;
    size_t len;
    json_t *body; /* strings */
    char peer[PEER_SIZE];
};

/* A value of the body, of the query or of the headers; "" where there is none. */
const char *request_value(const struct request *request, const char *name);
const char *request_sent(const struct request *request, enum MHD_ValueKind kind, const char *name);
/* The account and the token, where the path wants them: in the query or in the headers. */
bool answer_admits(struct standin *standin, const struct request *request);
json_t *answer_right(struct standin *standin, const struct request *request);
/* A maKetQua and nothing else. */
json_t *answer_code(const struct request *request, const char *code);

/* portal_send: how an answer goes out. */

/* Takes the answer. */
enum MHD_Result send_json(struct request *request, int status, json_t *answer);
/* Not the answer but the fault; takes `right`, the answer that is cut, where there is one. */
enum MHD_Result send_wrong(struct request *request, struct standin_fault fault, json_t *right);

/* portal_record: a check-in record that is handed in. */
json_t *record_answer(const json_t *body);

#endif
