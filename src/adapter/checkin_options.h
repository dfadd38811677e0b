/* checkin_options: [checkin] of tiepdon.ini; see config.h for its names. */
#ifndef TIEPDON_CHECKIN_OPTIONS_H
#define TIEPDON_CHECKIN_OPTIONS_H
#include "adapter/place.h"
#include "core/checkin.h"

enum checkin_format { CHECKIN_XML, CHECKIN_JSON, CHECKIN_CSV, CHECKIN_FORMATS };

struct checkin_options {
    char dir[PATH_SIZE];        /* absolute; "": nothing is owed and nothing written */
    unsigned formats;           /* 1 << enum checkin_format */
    bool day;                   /* one file a day that holds all of it, not one an intake */
    char back[PATH_SIZE];       /* absolute; "": nothing comes back */
    bool send;                  /* what comes back goes to the portal */
    struct checkin_place place; /* facility of [hospital], clerk of [portal] */
};

#endif
