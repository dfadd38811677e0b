/* portal_token: tokens of ten minutes, bound to the address they were taken from. */
#include "portal_inside.h"
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void hex(const unsigned char *bytes, size_t len, char *out)
{
    for (size_t i = 0; i < len; i++) {
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
    }
}

void tokens_password(char out[33])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned len = 0;
    EVP_Digest(ACCOUNT_PASSWORD, strlen(ACCOUNT_PASSWORD), digest, &len, EVP_md5(), NULL);
    hex(digest, len, out);
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* "2024-08-29T08:33:08.5454145Z" */
static void show_time(long long ms, char *out, size_t cap)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    char text[32];
    gmtime_r(&seconds, &tm);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &tm);
    snprintf(out, cap, "%s.%03d4145Z", text, (int)(ms % 1000));
}

json_t *tokens_take(struct standin_tokens *tokens, const char *user, const char *password, const char *peer,
                    int seconds)
{
    char wanted[33], until[64];
    unsigned char dice[32];
    tokens_password(wanted);
    if (strcmp(user, ACCOUNT_USER) != 0 || strcmp(password, wanted) != 0 ||
        RAND_bytes(dice, sizeof dice) != 1) {
        return json_pack("{s:s, s:n}", "maKetQua", "401", "APIKey");
    }
    pthread_mutex_lock(&tokens->lock);
    struct standin_token *token = &tokens->token[tokens->next++ % TOKENS_MAX];
    hex(dice, 16, token->access);
    hex(dice + 16, 16, token->id);
    snprintf(token->peer, sizeof token->peer, "%s", peer);
    token->until_ms = now_ms() + seconds * 1000LL;
    show_time(token->until_ms, until, sizeof until);
    json_t *key = json_pack("{s:s, s:s, s:s, s:s, s:s}", "access_token", token->access, "id_token", token->id,
                            "token_type", "Bearer", "username", user, "expires_in", until);
    pthread_mutex_unlock(&tokens->lock);
    return json_pack("{s:s, s:o}", "maKetQua", "200", "APIKey", key);
}

bool tokens_good(struct standin_tokens *tokens, const char *access, const char *id, const char *peer)
{
    bool good = false;
    long long now = now_ms();
    pthread_mutex_lock(&tokens->lock);
    for (int i = 0; i < TOKENS_MAX; i++) {
        const struct standin_token *token = &tokens->token[i];
        good =
            good || (token->access[0] && strcmp(token->access, access) == 0 && strcmp(token->id, id) == 0 &&
                     strcmp(token->peer, peer) == 0 && now < token->until_ms);
    }
    pthread_mutex_unlock(&tokens->lock);
    return good;
}
