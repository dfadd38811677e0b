/* child: fork, exec, wait. */
#include "child.h"

#include "measure.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void redirect(const char *path, int flags, int to)
{
    int fd = open(path ? path : "/dev/null", flags | O_CLOEXEC, 0600);
    if (fd < 0 || dup2(fd, to) < 0) {
        perror(path);
        _exit(127);
    }
}

double child_run(const char *const argv[], const char *input, const char *output, int highest)
{
    double start = measure_now();
    pid_t pid = fork();
    if (pid == 0) {
        redirect(input, O_RDONLY, STDIN_FILENO);
        redirect(output, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        execvp(argv[0], (char *const *)argv);
        _exit(127);
    }
    int status;
    if (pid < 0 || waitpid(pid, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > highest) {
        fprintf(stderr, "bench: %s %s failed\n", argv[0], argv[1] ? argv[1] : "");
        exit(1);
    }
    return measure_now() - start;
}
