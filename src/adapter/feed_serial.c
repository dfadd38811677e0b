/* feed_serial: a scanner on a serial port: raw bytes, no echo back into the scanner, nobody beside us. */
#include "adapter/feed.h"
#include <errno.h>
#include <sys/ioctl.h>
#include <termios.h>

/* USB's own serial class has no line speed; behind a converter 9600 8N1 is what scanners are delivered with. */
static int set_raw(int fd)
{
    struct termios termios;
    if (tcgetattr(fd, &termios) < 0) {
        return errno;
    }
    cfmakeraw(&termios);
    termios.c_cflag &= ~(tcflag_t)(CSTOPB | CRTSCTS);
    termios.c_cflag |= CLOCAL | CREAD;
    cfsetspeed(&termios, B9600);
    return tcsetattr(fd, TCSANOW, &termios) < 0 || tcflush(fd, TCIFLUSH) < 0 ? errno : 0;
}

int feed_serial(int fd)
{
    return ioctl(fd, TIOCEXCL) < 0 ? errno : set_raw(fd);
}
