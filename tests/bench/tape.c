/* tape: one tape that sqlite3_trace_v2 writes on, played with prepared statements. */
#include "tape.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONNECTIONS = 8, STATEMENTS = 128, KEYS = 8 };

struct statement {
    int connection;
    char *sql;
    sqlite3_stmt *play;
};

/* Text as it is; an integer or NULL has no `text`. */
struct key {
    char *text;
    long long number;
    bool null;
};

struct step {
    int statement, key_count;
    struct key *keys;
};

struct tape {
    sqlite3 *recorded[CONNECTIONS];
    sqlite3 *play[CONNECTIONS];
    int connections;
    struct statement statements[STATEMENTS];
    int statement_count;
    struct step *steps;
    int step_count, step_cap;
    int *marks; /* first step of an item */
    int mark_count, mark_cap;
};

/* sqlite3_auto_extension hands over no pointer of ours. */
static struct tape *recording;

static void fail(const char *what)
{
    fprintf(stderr, "bench: tape: %s\n", what);
    exit(1);
}

static void *grow(void *array, int count, int *cap, size_t size)
{
    if (count < *cap) {
        return array;
    }
    *cap = *cap ? 2 * *cap : 1024;
    array = realloc(array, (size_t)*cap * size);
    if (!array) {
        fail("no memory");
    }
    return array;
}

/* A literal of sqlite3_expanded_sql; returns what follows. */
static const char *take_literal(const char *at, struct key *ret)
{
    if (*at != '\'') {
        char *end;
        ret->null = strncmp(at, "NULL", 4) == 0;
        ret->number = ret->null ? 0 : strtoll(at, &end, 10);
        return ret->null ? at + 4 : end;
    }
    char *out = ret->text = malloc(strlen(at));
    for (at++; *at != '\'' || *++at == '\''; at++) {
        *out++ = *at;
    }
    *out = '\0';
    return at;
}

/* Our SQL names its parameters ?1, ?2 ...: the keys are what stands in their place. */
static void take_keys(struct step *step, const char *sql, const char *expanded)
{
    struct key keys[KEYS] = {0};
    while (*sql) {
        if (*sql != '?') {
            sql++;
            expanded++;
            continue;
        }
        char *after;
        long number = strtol(sql + 1, &after, 10);
        if (number < 1 || number > KEYS) {
            fail("a parameter without a number");
        }
        free(keys[number - 1].text);
        keys[number - 1] = (struct key){0};
        expanded = take_literal(expanded, &keys[number - 1]);
        step->key_count = number > step->key_count ? (int)number : step->key_count;
        sql = after;
    }
    step->keys = malloc(sizeof keys);
    memcpy(step->keys, keys, sizeof keys);
}

static int connection_of(struct tape *tape, sqlite3 *db)
{
    int i = 0;
    while (i < tape->connections && tape->recorded[i] != db) {
        i++;
    }
    return i;
}

static int statement_of(struct tape *tape, sqlite3_stmt *ran)
{
    int connection = connection_of(tape, sqlite3_db_handle(ran)), i = 0;
    while (i < tape->statement_count && (tape->statements[i].connection != connection ||
                                         strcmp(tape->statements[i].sql, sqlite3_sql(ran)) != 0)) {
        i++;
    }
    if (i == STATEMENTS) {
        fail("too many statements");
    }
    if (i == tape->statement_count) {
        tape->statements[tape->statement_count++] =
            (struct statement){.connection = connection, .sql = strdup(sqlite3_sql(ran))};
    }
    return i;
}

static int on_statement(unsigned event, void *data, void *ran, void *sql)
{
    struct tape *tape = data;
    (void)event;
    (void)sql;
    tape->steps = grow(tape->steps, tape->step_count, &tape->step_cap, sizeof *tape->steps);
    struct step *step = &tape->steps[tape->step_count++];
    *step = (struct step){.statement = statement_of(tape, ran)};
    char *expanded = sqlite3_expanded_sql(ran);
    take_keys(step, sqlite3_sql(ran), expanded);
    sqlite3_free(expanded);
    return 0;
}

static int on_open(sqlite3 *db)
{
    if (recording->connections == CONNECTIONS) {
        fail("too many connections");
    }
    recording->recorded[recording->connections++] = db;
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, on_statement, recording);
}

struct tape *tape_record(void)
{
    recording = calloc(1, sizeof *recording);
    if (!recording || sqlite3_auto_extension((void (*)(void))on_open) != SQLITE_OK) {
        fail("cannot record");
    }
    return recording;
}

void tape_mark(struct tape *tape)
{
    tape->marks = grow(tape->marks, tape->mark_count, &tape->mark_cap, sizeof *tape->marks);
    tape->marks[tape->mark_count++] = tape->step_count;
}

void tape_stop(struct tape *tape)
{
    sqlite3_cancel_auto_extension((void (*)(void))on_open);
    for (int i = 0; i < tape->connections; i++) {
        const char *path = sqlite3_db_filename(tape->recorded[i], "main");
        if (sqlite3_open_v2(path, &tape->play[i], SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
            fail("cannot open again");
        }
        sqlite3_trace_v2(tape->recorded[i], 0, NULL, NULL);
    }
    recording = NULL;
}

static void bind(sqlite3_stmt *statement, int index, const struct key *key)
{
    if (key->text) {
        sqlite3_bind_text(statement, index, key->text, -1, SQLITE_STATIC);
    } else if (key->null) {
        sqlite3_bind_null(statement, index);
    } else {
        sqlite3_bind_int64(statement, index, key->number);
    }
}

static long play_step(struct tape *tape, const struct step *step)
{
    sqlite3_stmt *statement = tape->statements[step->statement].play;
    for (int i = 0; i < step->key_count; i++) {
        bind(statement, i + 1, &step->keys[i]);
    }
    long rows = 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = sqlite3_column_count(statement); i-- > 0;) {
            sqlite3_column_text(statement, i);
            sqlite3_column_bytes(statement, i);
        }
        rows++;
    }
    if (code != SQLITE_DONE) {
        fail(sqlite3_errmsg(sqlite3_db_handle(statement)));
    }
    sqlite3_reset(statement);
    return rows;
}

static void prepare(struct tape *tape, struct statement *statement)
{
    sqlite3 *db = tape->play[statement->connection];
    if (!statement->play && sqlite3_prepare_v3(db, statement->sql, -1, SQLITE_PREPARE_PERSISTENT,
                                               &statement->play, NULL) != SQLITE_OK) {
        fail(sqlite3_errmsg(db));
    }
}

void tape_load(struct tape *tape)
{
    for (int i = 0; i < tape->marks[0]; i++) {
        prepare(tape, &tape->statements[tape->steps[i].statement]);
        play_step(tape, &tape->steps[i]);
    }
    for (int i = 0; i < tape->statement_count; i++) {
        prepare(tape, &tape->statements[i]);
    }
    tape_mark(tape); /* the end of the last item */
}

long tape_play(struct tape *tape, int from, int to)
{
    long rows = 0;
    for (int i = tape->marks[from]; i < tape->marks[to]; i++) {
        rows += play_step(tape, &tape->steps[i]);
    }
    return rows;
}

long tape_steps(const struct tape *tape)
{
    return tape->step_count - tape->marks[0];
}

void tape_free(struct tape *tape)
{
    for (int i = 0; i < tape->statement_count; i++) {
        sqlite3_finalize(tape->statements[i].play);
        free(tape->statements[i].sql);
    }
    for (int i = 0; i < tape->connections; i++) {
        sqlite3_close(tape->play[i]);
    }
    for (int i = 0; i < tape->step_count; i++) {
        for (int k = 0; k < tape->steps[i].key_count; k++) {
            free(tape->steps[i].keys[k].text);
        }
        free(tape->steps[i].keys);
    }
    free(tape->steps);
    free(tape->marks);
    free(tape);
}
