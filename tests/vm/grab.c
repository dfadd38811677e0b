/* grab: holds an input device as keyd or kanata does, until it is killed. vm-grab NODE */
#include <fcntl.h>
#include <linux/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int fd = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0 || ioctl(fd, EVIOCGRAB, 1)) {
        perror("grab");
        return EXIT_FAILURE;
    }
    pause();
    return EXIT_SUCCESS;
}
