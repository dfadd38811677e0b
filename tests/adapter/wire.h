/* wire: a server on loopback that answers as a test says, for what a well-behaved one never does. */
#ifndef TIEPDON_TESTS_WIRE_H
#define TIEPDON_TESTS_WIRE_H
#include <stdatomic.h>
#include <stdbool.h>

enum wire_how {
    WIRE_WELL,
    WIRE_HANG,     /* the request is read and never answered */
    WIRE_RESET,    /* the connection is reset in the middle of the answer */
    WIRE_SHORT,    /* half of the length that was promised, then closed */
    WIRE_CHUNK,    /* the same in chunks */
    WIRE_ENDLESS,  /* 10 MB in pieces, without a length */
    WIRE_BARE,     /* `body` is all that is sent */
    WIRE_HEADS,    /* headers without end */
    WIRE_ONE_HEAD, /* one header without end */
    WIRE_CONTINUE, /* "100 Continue" without end */
    WIRE_DRIP,     /* a byte every tenth of a second */
};

/* What happens to one request; the last of a list serves all that follow. */
struct wire_act {
    enum wire_how how;
    int http;         /* 0 is 200 */
    const char *body; /* NULL: a token, or a member whom code 000 names */
};

enum { WIRE_TEXT = 16 * 1024 };

struct wire {
    int port;
    atomic_int tokens, questions, connections;
    int life;                /* seconds that a token says it has */
    int skew;                /* seconds that the server's clock is ahead */
    char request[WIRE_TEXT]; /* the last question's, head and body; read it when its answer came */
    char fetched[WIRE_TEXT]; /* the last one for a token */
    char base[64];
};

/* Lists end with an act of http < 0. With a certificate (wire_certificate) it speaks TLS. One server a test. */
struct wire *wire_begin(const struct wire_act *tokens, const struct wire_act *questions, bool tls);

/* A certificate of its own making, also written to `path`: for `name` (an address or a host), valid until so many
 * seconds from now. */
void wire_certificate(const char *path, const char *name, int seconds);

#define WIRE_ACTS(...) ((const struct wire_act[]){__VA_ARGS__, {.http = -1}})

#endif
