/* bare: the requests are made ready beforehand; each transfer that ends takes the next. */
#include "bare.h"

#include "measure.h"
#include <curl/curl.h>
#include <jansson.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_SIZE = 8192, WIDTH_MAX = 16, WAIT_MS = 1000 };

struct bare {
    char url[512];
    char *bodies[STOOD_QUESTIONS];
    struct curl_slist *headers;
    int next, done;
};

struct text {
    size_t len;
    char at[ANSWER_SIZE];
};

static size_t keep(char *part, size_t size, size_t count, void *data)
{
    struct text *text = data;
    size_t len = size * count;
    if (text->len + len >= sizeof text->at) {
        return 0;
    }
    memcpy(text->at + text->len, part, len);
    text->len += len;
    return len;
}

static size_t drop(char *part, size_t size, size_t count, void *data)
{
    (void)part, (void)data;
    return size * count;
}

static void digest(char out[33])
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    EVP_Digest(ACCOUNT_PASSWORD, strlen(ACCOUNT_PASSWORD), bytes, NULL, EVP_md5(), NULL);
    for (int i = 0; i < 16; i++) {
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
    }
}

/* Takes a token and writes the address that holds it. */
static void prepare_url(const struct stood *stood, struct bare *bare)
{
    char password[33], body[128];
    struct text text = {.len = 0};
    digest(password);
    snprintf(bare->url, sizeof bare->url, "http://127.0.0.1:%d/api/token/take", stood->port);
    snprintf(body, sizeof body, "username=%s&password=%s", ACCOUNT_USER, password);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, bare->url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    json_t *answer = code == CURLE_OK ? json_loadb(text.at, text.len, 0, NULL) : NULL;
    const char *access = NULL, *id = NULL;
    if (json_unpack(answer, "{s:{s:s, s:s}}", "APIKey", "access_token", &access, "id_token", &id) != 0) {
        bench_fail("the stand-in portal gives no token");
    }
    snprintf(bare->url, sizeof bare->url,
             "http://127.0.0.1:%d/api/egw/KQNhanLichSuKCB2024?token=%s&id_token=%s&username=%s&password=%s",
             stood->port, access, id, ACCOUNT_USER, password);
    json_decref(answer);
}

static void prepare(const struct stood *stood, struct bare *bare)
{
    prepare_url(stood, bare);
    bare->headers = curl_slist_append(NULL, "Content-Type: application/json");
    for (int i = 0; i < STOOD_QUESTIONS; i++) {
        date_text birth;
        const struct question *question = &stood->asked[i];
        date_show(question->birth_date, birth);
        json_t *body =
            json_pack("{s:s, s:s, s:s, s:s, s:s}", "maThe", question->number, "hoTen", question->name,
                      "ngaySinh", birth, "hoTenCb", ACCOUNT_CLERK, "cccdCb", ACCOUNT_CLERK_CCCD);
        bare->bodies[i] = json_dumps(body, JSON_COMPACT);
        json_decref(body);
    }
}

static void start_next(struct bare *bare, CURLM *multi, CURL *curl)
{
    if (bare->next < STOOD_QUESTIONS) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bare->bodies[bare->next++]);
        curl_multi_add_handle(multi, curl);
    }
}

static void take_done(struct bare *bare, CURLM *multi)
{
    int left;
    for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
        CURL *curl = message->easy_handle;
        if (message->data.result != CURLE_OK) {
            bench_fail("a bare look-up failed");
        }
        bare->done++;
        curl_multi_remove_handle(multi, curl);
        start_next(bare, multi, curl);
    }
}

static double run(struct bare *bare, int width)
{
    CURL *curl[WIDTH_MAX];
    CURLM *multi = curl_multi_init();
    double start = measure_now();
    for (int i = 0; i < width; i++) {
        curl[i] = curl_easy_init();
        curl_easy_setopt(curl[i], CURLOPT_URL, bare->url);
        curl_easy_setopt(curl[i], CURLOPT_PROXY, "");
        curl_easy_setopt(curl[i], CURLOPT_HTTPHEADER, bare->headers);
        curl_easy_setopt(curl[i], CURLOPT_WRITEFUNCTION, drop);
        start_next(bare, multi, curl[i]);
    }
    for (int running; bare->done < STOOD_QUESTIONS; take_done(bare, multi)) {
        curl_multi_perform(multi, &running);
        if (running == width) {
            curl_multi_poll(multi, NULL, 0, WAIT_MS, NULL);
        }
    }
    double took = measure_now() - start;
    for (int i = 0; i < width; i++) {
        curl_easy_cleanup(curl[i]);
    }
    curl_multi_cleanup(multi);
    return took;
}

double bare_ask(const struct stood *stood, int width)
{
    static struct bare bare;
    bare = (struct bare){.next = 0};
    prepare(stood, &bare);
    double took = run(&bare, width);
    for (int i = 0; i < STOOD_QUESTIONS; i++) {
        free(bare.bodies[i]);
    }
    curl_slist_free_all(bare.headers);
    return took;
}
