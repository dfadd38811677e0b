/* portal: the server itself, on libmicrohttpd with a thread a connection, so that a question may hang alone. */
#include "portal.h"
#include "portal_inside.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BODY_MAX = 4 << 20, FILE_MAX = 64 << 10 };

static const struct {
    const char *path;
    enum standin_path what;
} ROUTES[] = {
    {"/api/token/take", PATH_TOKEN},
    {"/api/egw/KQNhanLichSuKCB2024", PATH_MEMBER},
    {"/api/egw/Lskcb2025", PATH_HISTORY},
    {"/api/egw/NhanThongTinCSKCB", PATH_FACILITY},
    {"/api/TraCuuCCT/TraCuuTienMCCT", PATH_COPAYMENT},
    {"/api/qd130/checkInKcbQd4750", PATH_RECORD},
    {"/api/qd130/checkInKcbQd3176", PATH_RECORD},
    {"/control", PATH_CONTROL},
};

static enum standin_path route(const char *url)
{
    for (size_t i = 0; i < sizeof ROUTES / sizeof ROUTES[0]; i++) {
        if (strcmp(url, ROUTES[i].path) == 0) {
            return ROUTES[i].what;
        }
    }
    return PATH_COUNT;
}

/* a=b&c=d with %XX and + */
static json_t *read_form(char *text)
{
    json_t *form = json_object();
    char *rest = NULL;
    for (char *pair = strtok_r(text, "&", &rest); pair; pair = strtok_r(NULL, "&", &rest)) {
        char *value = strchr(pair, '=');
        if (!value) {
            continue;
        }
        *value++ = '\0';
        for (char *plus = value; (plus = strchr(plus, '+'));) {
            *plus = ' ';
        }
        MHD_http_unescape(pair);
        MHD_http_unescape(value);
        json_object_set_new(form, pair, json_string(value));
    }
    return form;
}

static void read_body(struct request *request)
{
    const char *type = request_sent(request, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_TYPE);
    char *text = request->raw ? request->raw : (char[]){""};
    text[request->len] = '\0';
    request->body = strncmp(type, "application/json", 16) == 0 ? json_loadb(text, request->len, 0, NULL)
                                                               : read_form(text);
    if (!json_is_object(request->body)) {
        json_decref(request->body);
        request->body = json_object();
    }
}

static void read_peer(struct request *request)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr_in *from = info ? (const void *)info->client_addr : NULL;
    if (!from || !inet_ntop(AF_INET, &from->sin_addr, request->peer, sizeof request->peer)) {
        request->peer[0] = '\0';
    }
}

/* Half an answer is half of the right one. */
static enum MHD_Result answer_wrong(struct standin *standin, struct request *request,
                                    struct standin_fault fault)
{
    bool half = fault.act == ACT_CUT || fault.act == ACT_HALF;
    char code[8];
    snprintf(code, sizeof code, "%03d", fault.value);
    return fault.act == ACT_CODE ? send_json(request, MHD_HTTP_OK, answer_code(request, code))
                                 : send_wrong(request, fault, half ? answer_right(standin, request) : NULL);
}

static const char *code_of(const json_t *answer)
{
    const json_t *code = json_object_get(answer, "maKetQua");
    const char *text = json_string_value(code ? code : json_object_get(answer, "MaKetQua"));
    return text ? text : "";
}

static enum MHD_Result answer_token(struct standin *standin, struct request *request,
                                    struct standin_fault fault)
{
    bool refused = fault.act == ACT_REFUSED;
    if (fault.act != ACT_NONE && !refused) {
        return answer_wrong(standin, request, fault);
    }
    json_t *answer = tokens_take(&standin->tokens, request_value(request, "username"),
                                 refused ? "" : request_value(request, "password"), request->peer,
                                 standin->faults.token_seconds);
    return send_json(request, MHD_HTTP_OK, answer);
}

static enum MHD_Result answer_question(struct standin *standin, struct request *request)
{
    struct standin_fault fault = faults_take(&standin->faults, request->path);
    if (request->path == PATH_TOKEN) {
        faults_note(&standin->faults, PATH_TOKEN, "", "");
        return answer_token(standin, request, fault);
    }
    bool right = fault.act == ACT_NONE || fault.act == ACT_STORM;
    bool refused = right && (fault.act == ACT_STORM || !answer_admits(standin, request));
    json_t *answer = refused ? answer_code(request, "401") : right ? answer_right(standin, request) : NULL;
    faults_note(&standin->faults, request->path, request_value(request, "maThe"), code_of(answer));
    return answer ? send_json(request, refused ? MHD_HTTP_UNAUTHORIZED : MHD_HTTP_OK, answer)
                  : answer_wrong(standin, request, fault);
}

struct controlling {
    struct standin *standin;
    bool good;
};

static enum MHD_Result control_one(void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
    (void)kind;
    struct controlling *controlling = data;
    controlling->good =
        faults_control(&controlling->standin->faults, name, value ? value : "") && controlling->good;
    return MHD_YES;
}

static enum MHD_Result answer_control(struct standin *standin, struct request *request)
{
    struct controlling controlling = {standin, true};
    MHD_get_connection_values(request->connection, MHD_GET_ARGUMENT_KIND, control_one, &controlling);
    return send_json(request, controlling.good ? MHD_HTTP_OK : MHD_HTTP_BAD_REQUEST,
                     faults_stats(&standin->faults));
}

static enum MHD_Result take_part(struct request *request, const char *part, size_t len)
{
    char *raw = request->len + len <= BODY_MAX ? realloc(request->raw, request->len + len + 1) : NULL;
    if (!raw) {
        return MHD_NO;
    }
    request->raw = raw;
    memcpy(raw + request->len, part, len);
    request->len += len;
    return MHD_YES;
}

static enum MHD_Result handle(void *data, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *part, size_t *len,
                              void **own)
{
    (void)version;
    struct request *request = *own;
    if (!request) {
        request = *own = calloc(1, sizeof *request);
        if (request) {
            request->connection = connection;
            request->path = route(url);
        }
        return request ? MHD_YES : MHD_NO;
    }
    if (*len > 0) {
        size_t size = *len;
        *len = 0;
        return take_part(request, part, size);
    }
    read_body(request);
    read_peer(request);
    bool post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
    if (request->path == PATH_CONTROL) {
        return answer_control(data, request);
    }
    if (request->path == PATH_COUNT || !post) {
        int status = post ? MHD_HTTP_NOT_FOUND : MHD_HTTP_METHOD_NOT_ALLOWED;
        return send_json(request, status, json_pack("{s:s}", "Message", "No such path."));
    }
    return answer_question(data, request);
}

static void end_request(void *data, struct MHD_Connection *connection, void **own,
                        enum MHD_RequestTerminationCode code)
{
    (void)data, (void)connection, (void)code;
    struct request *request = *own;
    if (request) {
        json_decref(request->body);
        free(request->raw);
        free(request);
    }
    *own = NULL;
}

static char *read_file(const char *path)
{
    FILE *file = path ? fopen(path, "re") : NULL;
    char *text = file ? calloc(1, FILE_MAX) : NULL;
    if (text && fread(text, 1, FILE_MAX - 1, file) == 0) {
        free(text);
        text = NULL;
    }
    if (file) {
        fclose(file);
    }
    return text;
}

static bool listen_on(struct standin *standin, int port, bool tls)
{
    struct sockaddr_in loopback = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct MHD_OptionItem secured[] = {{MHD_OPTION_HTTPS_MEM_CERT, 0, standin->certificate},
                                       {MHD_OPTION_HTTPS_MEM_KEY, 0, standin->key},
                                       {MHD_OPTION_END, 0, NULL}};
    struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL |
                     (tls ? MHD_USE_TLS : 0U);
    standin->daemon =
        MHD_start_daemon(flags, (uint16_t)port, NULL, NULL, handle, standin, MHD_OPTION_SOCK_ADDR, &loopback,
                         MHD_OPTION_NOTIFY_COMPLETED, end_request, NULL, MHD_OPTION_ARRAY,
                         tls ? secured : plain, MHD_OPTION_END);
    return standin->daemon != NULL;
}

struct standin *standin_start(const struct standin_options *options)
{
    struct standin *standin = calloc(1, sizeof *standin);
    if (!standin) {
        return NULL;
    }
    bool tls = options->certificate != NULL;
    faults_open(&standin->faults);
    pthread_mutex_init(&standin->tokens.lock, NULL);
    standin->certificate = read_file(options->certificate);
    standin->key = read_file(options->key);
    bool good = people_open(options->dir, &standin->people);
    if (good && (tls && (!standin->certificate || !standin->key))) {
        fprintf(stderr, "stand-in portal: the certificate or its key cannot be read\n");
        good = false;
    } else if (good && !listen_on(standin, options->port, tls)) {
        fprintf(stderr, "stand-in portal: port %d of 127.0.0.1 is taken\n", options->port);
        good = false;
    }
    if (!good) {
        standin_stop(standin);
        return NULL;
    }
    return standin;
}

void standin_stop(struct standin *standin)
{
    if (!standin) {
        return;
    }
    faults_stop(&standin->faults);
    if (standin->daemon) {
        MHD_stop_daemon(standin->daemon);
    }
    people_close(&standin->people);
    faults_close(&standin->faults);
    pthread_mutex_destroy(&standin->tokens.lock);
    free(standin->certificate);
    free(standin->key);
    free(standin);
}

int standin_port(const struct standin *standin)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(standin->daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

bool standin_control(struct standin *standin, const char *query)
{
    char text[256];
    bool good = strlen(query) < sizeof text;
    snprintf(text, sizeof text, "%s", query);
    char *rest = NULL;
    for (char *pair = strtok_r(text, "&", &rest); pair; pair = strtok_r(NULL, "&", &rest)) {
        char *value = strchr(pair, '=');
        if (value) {
            *value++ = '\0';
        }
        good = faults_control(&standin->faults, pair, value ? value : "") && good;
    }
    return good;
}

int standin_asked(struct standin *standin, const char *path)
{
    return faults_asked(&standin->faults, path);
}
