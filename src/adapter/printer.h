/* printer: a printout on its way to the hospital's printer, by a process of its own: a spooler that hangs or a device that
 * takes nothing holds up no counter. A queue is printed to by `lp` (CUPS), a device is written to.
 *
 *     counter ── printout (memfd) ──▶ tiepdon printer-pass ── standard input ──▶ lp -d QUEUE
 *             ◀── what became of it ──                     ── bytes ──▶ /dev/usb/lp0 */
#ifndef TIEPDON_PRINTER_H
#define TIEPDON_PRINTER_H
#include "adapter/aside.h"
#include "core/printout.h"
#include <stdint.h>

#define PRINTER_PASS                                                                                         \
    "printer-pass" /* the subcommand; its arguments are "queue" or "device", its name, "text" or "raw" */

/* Both "": none. */
struct printer_options {
    char queue[128];  /* of CUPS */
    char device[128]; /* beginning with /: a device, a FIFO, or a file that is there, which grows */
    struct printout printout;
};

bool printer_there(const struct printer_options *options);

struct printer {
    struct aside aside; /* {-1, -1}: nothing is on its way */
    uint64_t due;       /* when it is given up */
};

/* How long lp or the device has for a printout; the process that waits for them is given up a little later. */
enum { PRINTER_MS = 20000 };

/* What became of a printout. PRINTER_LP: lp is not there; PRINTER_REFUSED: it ended with `status`; PRINTER_SLOW: it, or
 * the device, did not end; PRINTER_GONE, _DENIED, _FULL, _FAILED: of the device. */
struct printed {
    enum fault fault;
    int status;
};

/* Times are milliseconds of a clock that never goes back. FAULT_PRINTER_BUSY while one is on its way, PRINTER_NONE when no
 * printer is configured, PRINTER_FAILED when no process can be had. `program` is this one, /proc/self/exe; the caller has
 * set SIGCHLD to SIG_IGN. */
NEEDED enum fault printer_start(struct printer *printer, const char *program,
                                const struct printer_options *options, const char *bytes, size_t len,
                                uint64_t now);
void printer_stop(struct printer *printer);

/* To be polled, -1 for none; milliseconds until it is given up, -1 for none. */
int printer_fd(const struct printer *printer);
int printer_timeout(const struct printer *printer, uint64_t now);
/* True once, when it ended. */
bool printer_next(struct printer *printer, uint64_t now, struct printed *ret);

/* The other side: takes the printout from the socket `counter`, prints it and says there what became of it. */
void printer_serve(int counter, const char *kind, const char *name, bool raw);
/* The same without a counter: prints what is in the file `bytes` (from its beginning) and waits for it. */
void printer_print(int bytes, const char *kind, const char *name, bool raw, struct printed *ret);

/* The names of a printer for the two above: "queue" or "device", and which. */
const char *printer_kind(const struct printer_options *options);
const char *printer_name(const struct printer_options *options);

/* A file in memory that holds these bytes; -1 when there is none to be had. */
int printer_file(const char *bytes, size_t len);

#endif
