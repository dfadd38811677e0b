/* stood: started, asked about, ended. */
#include "stood.h"

#include "child.h"
#include "core/field.h"
#include "core/text.h"
#include <curl/curl.h>
#include <jansson.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READY_TRIES = 1000, READY_US = 10000 };

/* A program beside tiepdon. */
static void beside(const struct bench *bench, const char *name, char out[PATH_SIZE])
{
    const char *slash = strrchr(bench->program, '/');
    if (!slash || snprintf(out, PATH_SIZE, "%.*s/%s", (int)(slash - bench->program), bench->program, name) >=
                      PATH_SIZE) {
        bench_fail("the stand-in portal is not beside the program");
    }
}

static int wait_ready(const char *path)
{
    for (int i = 0; i < READY_TRIES; i++) {
        FILE *file = fopen(path, "re");
        int port = 0;
        if (file && fscanf(file, "%d", &port) == 1) {
            fclose(file);
            return port;
        }
        usleep(READY_US);
    }
    bench_fail("the stand-in portal does not start");
}

/* The first five columns hold no commas of their own: maThe, maSoBHXH, soCCCD, hoTen, ngaySinh. */
static bool read_row(char *line, struct question *ret)
{
    char *rest = line, *column[5];
    for (int i = 0; i < 5; i++) {
        column[i] = strsep(&rest, ",");
    }
    return rest && text_copy(ret->number, sizeof ret->number, column[0]) == FAULT_NONE &&
           text_copy(ret->name, sizeof ret->name, column[3]) == FAULT_NONE &&
           date_read(column[4], ret->birth_date) == FAULT_NONE && question_complete(ret);
}

static void read_people(struct stood *stood)
{
    char path[PATH_SIZE], line[2048];
    int count = 0;
    bench_path(stood->dir, "members.csv", path);
    FILE *file = fopen(path, "re");
    while (file && count < STOOD_QUESTIONS && fgets(line, sizeof line, file)) {
        count += read_row(line, &stood->asked[count]);
    }
    if (file) {
        fclose(file);
    }
    if (count < STOOD_QUESTIONS) {
        bench_fail(path);
    }
}

void stood_open(const struct bench *bench, struct stood *ret)
{
    char maker[PATH_SIZE], server[PATH_SIZE], ready[PATH_SIZE], port[16];
    beside(bench, "tiepdon-demo", maker);
    beside(bench, "tiepdon-portal", server);
    bench_path(bench->dir, "demo", ret->dir);
    bench_path(bench->dir, "silent", ret->silent);
    bench_path(bench->dir, "port", ready);
    child_run((const char *[]){maker, ret->dir, NULL}, NULL, NULL, 0);
    read_people(ret);
    ret->pid = fork();
    if (ret->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM); /* a benchmark that stops leaves nobody behind */
        if (!freopen("/dev/null", "w", stdout)) {
            _exit(127);
        }
        execl(server, server, "--port", "0", "--ready", ready, ret->dir, (char *)NULL);
        _exit(127);
    }
    ret->port = wait_ready(ready);
    snprintf(port, sizeof port, "%d", ret->port);
    child_run((const char *[]){maker, "--portal", port, ret->dir, NULL}, NULL, NULL, 0);
    child_run((const char *[]){"cp", "-r", ret->dir, ret->silent, NULL}, NULL, NULL, 0);
}

void stood_close(const struct stood *stood)
{
    kill(stood->pid, SIGTERM);
    waitpid(stood->pid, NULL, 0);
}

enum { STATS_SIZE = 1 << 20 };

struct stats {
    size_t len;
    char at[STATS_SIZE];
};

static size_t keep(char *part, size_t size, size_t count, void *data)
{
    struct stats *stats = data;
    size_t len = size * count;
    if (stats->len + len > sizeof stats->at) {
        return 0;
    }
    memcpy(stats->at + stats->len, part, len);
    stats->len += len;
    return len;
}

/* Every control is answered by the counts. */
static json_t *control(const struct stood *stood, const char *query)
{
    static struct stats stats;
    char url[256];
    CURL *curl = curl_easy_init();
    stats.len = 0;
    snprintf(url, sizeof url, "http://127.0.0.1:%d/control?%s", stood->port, query);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &stats);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    json_t *answer = code == CURLE_OK ? json_loadb(stats.at, stats.len, 0, NULL) : NULL;
    if (!answer) {
        bench_fail(url);
    }
    return answer;
}

void stood_control(const struct stood *stood, const char *query)
{
    json_decref(control(stood, query));
}

void stood_expect(const struct stood *stood, int lookups)
{
    json_t *stats = control(stood, "stats");
    if (json_integer_value(json_object_get(stats, "member")) < lookups) {
        bench_fail("the counter did not ask the portal");
    }
    json_decref(stats);
}
