/* command: one file a subcommand; each takes its own argument vector (argv[0] is the
 * subcommand) and returns the exit status. Only commands print. Statuses follow sysexits.h
 * where a command's contract says nothing else. */
#ifndef TIEPDON_COMMAND_H
#define TIEPDON_COMMAND_H

enum {
    EXIT_USAGE = 64,
    EXIT_DATA = 65,
    EXIT_NO_INPUT = 66,
    EXIT_SILENT = 69, /* EX_UNAVAILABLE */
    EXIT_CREATE = 73,
    EXIT_STORE = 74,
    EXIT_CONFIG = 78
};

int command_backup(int argc, char **argv);
int command_audit(int argc, char **argv);
int command_camera_feed(int argc, char **argv);
int command_check(int argc, char **argv);
int command_checks(int argc, char **argv);
int command_checkin_pass(int argc, char **argv);
int command_clerk(int argc, char **argv);
int command_counter(int argc, char **argv);
int command_devices(int argc, char **argv);
int command_doctor(int argc, char **argv);
int command_export(int argc, char **argv);
int command_export_checkin(int argc, char **argv);
int command_import(int argc, char **argv);
int command_import_units(int argc, char **argv);
int command_lookup(int argc, char **argv);
int command_print(int argc, char **argv);
int command_printer_pass(int argc, char **argv);
int command_read(int argc, char **argv);
int command_relay(int argc, char **argv);
int command_restore(int argc, char **argv);

#endif
