/* configure: the sentence of a refused line, or of the fault. */
#include "command/configure.h"
#include "adapter/config_error.h"
#include "command/command.h"
#include <stdio.h>

int configure_in(const char *command, const char *dir, struct config *ret)
{
    struct config_error error;
    char sentence[CONFIG_SENTENCE_SIZE];
    enum fault fault = config_read(dir, ret, &error);
    if (fault == FAULT_NONE) {
        return 0;
    }
    if (!error.line) {
        fprintf(stderr, "%s: %s\n", command, fault_text(fault, error.language));
        return EXIT_STORE;
    }
    config_error_text(&error, error.language, sentence);
    fprintf(stderr, "%s: %s/%s\n", command, dir, sentence);
    return EXIT_CONFIG;
}

int configure(const char *command, const char *option, char dir[PATH_SIZE], struct config *ret)
{
    enum fault fault = place_data(option, dir);
    if (fault != FAULT_NONE) {
        fprintf(stderr, "%s: %s\n", command, fault_text(fault, LANGUAGE_VI));
        return EXIT_STORE;
    }
    return configure_in(command, dir, ret);
}

enum language configured_language(const char *dir)
{
    struct config config;
    int line;
    return config_load(dir, &config, &line) == FAULT_NONE ? config.hospital.language : LANGUAGE_VI;
}
