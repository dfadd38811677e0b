/* portal_send: how an answer goes out, and every way in which it does not. */
#include "portal_inside.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { HUGE_ANSWER = 10 << 20, DEEP_ANSWER = 100000 };

static const char JSON[] = "application/json; charset=utf-8";

static enum MHD_Result send_text(struct request *request, int status, const char *type, char *text,
                                 size_t len)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(len, text, MHD_RESPMEM_MUST_FREE);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    enum MHD_Result result = MHD_queue_response(request->connection, (unsigned)status, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result send_json(struct request *request, int status, json_t *answer)
{
    char *text = json_dumps(answer, JSON_COMPACT);
    json_decref(answer);
    return send_text(request, status, JSON, text, strlen(text));
}

/* Whole for HTTP. */
static enum MHD_Result send_half(struct request *request, json_t *answer)
{
    char *text = json_dumps(answer, JSON_COMPACT);
    json_decref(answer);
    return send_text(request, MHD_HTTP_OK, JSON, text, strlen(text) / 2);
}

static enum MHD_Result send_plain(struct request *request, const char *type, const char *text)
{
    return send_text(request, MHD_HTTP_OK, type, strdup(text), strlen(text));
}

static enum MHD_Result send_filled(struct request *request, size_t count, const char *head, char fill)
{
    char *text = malloc(count + strlen(head) + 3);
    size_t len = (size_t)sprintf(text, "%s", head);
    memset(text + len, fill, count);
    return send_text(request, MHD_HTTP_OK, JSON, text, len + count);
}

/* The kernel answers with a reset instead of an orderly end. */
static enum MHD_Result reset(struct request *request)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct sockaddr nobody = {.sa_family = AF_UNSPEC};
    if (info) {
        (void)!connect(info->connect_fd, &nobody, sizeof nobody);
    }
    return MHD_NO;
}

struct half {
    size_t len;
    char text[];
};

static ssize_t give_half(void *data, uint64_t at, char *out, size_t max)
{
    const struct half *half = data;
    if (at >= half->len) {
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    size_t len = half->len - at < max ? half->len - at : max;
    memcpy(out, half->text + at, len);
    return (ssize_t)len;
}

/* Announces the whole, gives half and ends the connection. */
static enum MHD_Result send_cut(struct request *request, json_t *answer)
{
    char *text = json_dumps(answer, JSON_COMPACT);
    size_t whole = strlen(text);
    struct half *half = malloc(sizeof *half + whole);
    half->len = whole / 2;
    memcpy(half->text, text, whole);
    free(text);
    json_decref(answer);
    struct MHD_Response *response = MHD_create_response_from_callback(whole, 1024, give_half, half, free);
    enum MHD_Result result = MHD_queue_response(request->connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result send_wrong(struct request *request, struct standin_fault fault, json_t *right)
{
    static const char HTML[] = "<html><body><h1>Hệ thống đang bảo trì</h1></body></html>";
    switch (fault.act) {
    case ACT_CUT: return send_cut(request, right);
    case ACT_HALF: return send_half(request, right);
    default: json_decref(right);
    }
    switch (fault.act) {
    case ACT_RESET: return reset(request);
    case ACT_TEXT: return send_plain(request, "text/plain", "java.lang.NullPointerException");
    case ACT_HTML: return send_plain(request, "text/html; charset=utf-8", HTML);
    case ACT_HUGE: return send_filled(request, HUGE_ANSWER, "{\"maKetQua\":\"000\",\"ghiChu\":\"", 'x');
    case ACT_DEEP: return send_filled(request, DEEP_ANSWER, "{\"maKetQua\":\"000\",\"ghiChu\":", '[');
    case ACT_STATUS:
        return send_json(request, fault.value, json_pack("{s:s}", "Message", "An error has occurred."));
    default: return MHD_NO; /* hung until the end */
    }
}
