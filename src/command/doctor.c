/* tiepdon doctor [--data DIR] [--full] [--portal]: looks at everything a counter needs and says of each what is and what to do
 * about it. It writes nothing and contacts nobody but with --portal, which takes a token. No line holds anything of a patient.
 * Exit status: 0 all is well, 1 warnings, 2 a fault, 64 usage. */
#include "command/doctor.h"
#include "adapter/config_error.h"
#include "command/command.h"
#include "command/usage.h"
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *what[LANGUAGE_COUNT], *act[LANGUAGE_COUNT];
} WORDS[DOCTOR_COUNT] = {
#define X(CODE, vi, en, do_vi, do_en) {{vi, en}, {do_vi, do_en}},
    DOCTOR_LIST(X)
#undef X
};

void doctor_say(struct doctor *doctor, enum health health, enum doctor_word word, ...)
{
    static const char *const marks[] = {"✓", "!", "✗"};
    const char *act = WORDS[word].act[doctor->language];
    va_list arguments;
    printf("%s ", marks[health]);
    va_start(arguments, word);
    vprintf(WORDS[word].what[doctor->language], arguments);
    va_end(arguments);
    printf(act[0] ? "\n    %s\n" : "%s\n", act);
    doctor->worst = health > doctor->worst ? health : doctor->worst;
}

void doctor_fault(struct doctor *doctor, enum health health, enum doctor_word word, enum fault fault)
{
    doctor_say(doctor, health, word, fault_text(fault, doctor->language));
}

static bool read_options(int argc, char **argv, struct doctor *doctor, const char **ret_data)
{
    static const struct option LONG[] = {{"data", required_argument, NULL, 'd'},
                                         {"full", no_argument, NULL, 'f'},
                                         {"portal", no_argument, NULL, 'p'},
                                         {NULL, 0, NULL, 0}};
    *ret_data = NULL;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (option) {
        case 'd': *ret_data = optarg; break;
        case 'f': doctor->full = true; break;
        case 'p': doctor->portal = true; break;
        default: return false;
        }
    }
    return optind == argc;
}

static void read_config(struct doctor *doctor)
{
    struct config_error error;
    char path[PATH_SIZE], sentence[CONFIG_SENTENCE_SIZE];
    enum fault fault = config_read(doctor->dir, &doctor->config, &error);
    doctor->language = error.language;
    doctor->configured = !fault;
    if (error.line) {
        config_error_text(&error, error.language, sentence);
        doctor_say(doctor, HEALTH_BAD, DOCTOR_CONFIG_BAD, sentence);
    } else if (fault) {
        doctor_fault(doctor, HEALTH_BAD, DOCTOR_CONFIG_BAD, fault);
    } else if (place_join(doctor->dir, "tiepdon.ini", path) || access(path, F_OK) != 0) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_CONFIG_NONE);
    } else if (!doctor->config.hospital.facility[0]) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_FACILITY_NONE);
    } else {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_CONFIG);
    }
}

int command_doctor(int argc, char **argv)
{
    static struct doctor doctor;
    const char *data;
    if (!read_options(argc, argv, &doctor, &data)) {
        return usage_refuse("doctor");
    }
    enum fault fault = place_data(data, doctor.dir);
    if (fault) {
        fprintf(stderr, "tiepdon doctor: %s\n", fault_text(fault, LANGUAGE_VI));
        return EXIT_STORE;
    }
    read_config(&doctor);
    doctor_data(&doctor);
    doctor_machine(&doctor);
    doctor_outside(&doctor);
    return fflush(stdout) == 0 ? (int)doctor.worst : EXIT_STORE;
}
