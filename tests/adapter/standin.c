/* The stand-in portal is asked as a client of the real one would: what it grants, refuses, tells and does wrong. */
#include "../support/place.h"
#include "../support/portal.h"
#include "demo/fill.h"
#include <criterion/criterion.h>
#include <curl/curl.h>
#include <jansson.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* MD5 of ACCOUNT_PASSWORD. */
static const char PASSWORD[] = "384c8a2664a4977da2f6bb16d0cfe581";

static struct standin *standin;
static char access_token[64], id_token[64];
static long status; /* of the last answer */

static void begin(void)
{
    cr_assert(setenv("TIEPDON_SHARE", ".", 1) == 0);
    cr_assert_eq(fill(place_begin()), FAULT_NONE);
    standin = standin_start(&(struct standin_options){.dir = place_dir()});
    cr_assert(standin);
}

static void end(void)
{
    standin_stop(standin);
    place_end();
}

TestSuite(standin, .init = begin, .fini = end);

struct text {
    char *at;
    size_t len;
};

static size_t take(char *part, size_t size, size_t count, void *data)
{
    struct text *text = data;
    text->at = realloc(text->at, text->len + size * count + 1);
    memcpy(text->at + text->len, part, size * count);
    text->len += size * count;
    return size * count;
}

struct post {
    const char *path, *body;
    bool json, headers; /* the token in headers, not in the query */
    const char *from;   /* another address of the loopback */
};

static struct curl_slist *headers_of(const struct post *post)
{
    char text[256];
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    if (post->json) {
        list = curl_slist_append(list, "Content-Type: application/json");
    }
    if (post->headers) {
        snprintf(text, sizeof text, "accessToken: %s", access_token);
        list = curl_slist_append(list, text);
        snprintf(text, sizeof text, "tokenId: %s", id_token);
        list = curl_slist_append(list, text);
        snprintf(text, sizeof text, "passwordHash: %s", PASSWORD);
        list = curl_slist_append(list, text);
    }
    return list;
}

/* The parsed answer, NULL when there is none; the caller's. */
static json_t *ask(const struct post *post, CURLcode expected)
{
    char url[512];
    struct text text = {0};
    CURL *curl = curl_easy_init();
    struct curl_slist *headers = headers_of(post);
    int len = snprintf(url, sizeof url, "http://127.0.0.1:%d%s", standin_port(standin), post->path);
    if (!post->headers && access_token[0]) {
        snprintf(url + len, sizeof url - (size_t)len, "?token=%s&id_token=%s&username=%s&password=%s",
                 access_token, id_token, ACCOUNT_USER, PASSWORD);
    }
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post->body);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_INTERFACE, post->from);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, expected == CURLE_OPERATION_TIMEDOUT ? 1000L : 20000L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
    CURLcode code = curl_easy_perform(curl);
    cr_expect_eq(code, expected, "%s: %s", post->path, curl_easy_strerror(code));
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    json_t *answer = text.len ? json_loadb(text.at, text.len, 0, NULL) : NULL;
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    free(text.at);
    return answer;
}

static void expect_text(const json_t *answer, const char *name, const char *expected)
{
    const char *text = json_string_value(json_object_get(answer, name));
    cr_expect_str_eq(text ? text : "(null)", expected, "%s", name);
}

static void expect_code(json_t *answer, const char *code)
{
    expect_text(answer, json_object_get(answer, "MaKetQua") ? "MaKetQua" : "maKetQua", code);
    json_decref(answer);
}

static void take_token(void)
{
    char body[128];
    snprintf(body, sizeof body, "username=%s&password=%s", ACCOUNT_USER, PASSWORD);
    access_token[0] = '\0';
    json_t *answer = ask(&(struct post){"/api/token/take", body, false, false, NULL}, CURLE_OK);
    json_t *key = json_object_get(answer, "APIKey");
    snprintf(access_token, sizeof access_token, "%s",
             json_string_value(json_object_get(key, "access_token")));
    snprintf(id_token, sizeof id_token, "%s", json_string_value(json_object_get(key, "id_token")));
    expect_text(key, "username", ACCOUNT_USER);
    const char *until = json_string_value(json_object_get(key, "expires_in"));
    cr_assert_eq(strlen(until), strlen("2024-08-29T08:33:08.5454145Z"), "%s", until);
    cr_assert(until[19] == '.' && until[27] == 'Z', "%s", until);
    expect_code(answer, "200");
}

static json_t *look_up_as(const char *clerk, const char *cccd, const char *number, const char *name,
                          const char *birth)
{
    json_t *question = json_pack("{s:s, s:s, s:s, s:s, s:s}", "maThe", number, "hoTen", name, "ngaySinh",
                                 birth, "hoTenCb", clerk, "cccdCb", cccd);
    char *body = json_dumps(question, 0);
    json_t *answer = ask(&(struct post){"/api/egw/KQNhanLichSuKCB2024", body, true, false, NULL}, CURLE_OK);
    free(body);
    json_decref(question);
    return answer;
}

static json_t *look_up(const char *number, const char *name, const char *birth)
{
    return look_up_as(ACCOUNT_CLERK, ACCOUNT_CLERK_CCCD, number, name, birth);
}

static json_t *look_up_match(void)
{
    return look_up("GD4797999000001", "Nguyễn Thị Mai Anh", "12/03/1985");
}

static json_t *post(const char *path, const char *body, bool headers)
{
    return ask(&(struct post){path, body, headers, headers, NULL}, CURLE_OK);
}

Test(standin, a_token_is_bound_to_account_address_and_time)
{
    expect_code(post("/api/token/take", "username=79014_BV&password=mat-khau-thu", false), "401");
    expect_code(look_up_match(), "401");
    cr_expect_eq(status, 401);
    take_token();
    expect_code(look_up_match(), "000");
    expect_code(ask(&(struct post){"/api/egw/NhanThongTinCSKCB", "maCSKCB=79025", false, false, "127.0.0.2"},
                    CURLE_OK),
                "401");
    cr_assert(standin_control(standin, "token_seconds=0"));
    take_token();
    expect_code(look_up_match(), "401");
    cr_expect_eq(standin_asked(standin, "token"), 3);
    cr_expect_eq(standin_asked(standin, "member"), 3);
    cr_assert(standin_control(standin, "forget"));
    cr_expect_eq(standin_asked(standin, "all"), 0);
}

Test(standin, every_fault_of_a_question_has_its_code)
{
    static const struct {
        const char *number, *name, *birth, *code;
    } rows[] = {
        {"GD4797999000001", "NGUYEN THI MAI ANH", "1985", "000"},
        {"7999000001", "Nguyễn Thị Mai Anh", "12/03/1985", "000"},
        {"079185900001", "Nguyễn Thị Mai Anh", "12/03/1985", "000"},
        {"GD4797999000001", "Nguyễn Thị Mai", "12/03/1985", "060"},
        {"GD4797999000001", "Nguyễn Thái Minh Ánh", "12/03/1985", "061"},
        {"GD4797999000001", "Nguyễn Thị Mai Anh", "13/03/1985", "070"},
        {"GD4797999000001", "Nguyễn Thị Mai Anh", "03/1985", "205"},
        {"GD4797999000001", "", "12/03/1985", "205"},
        {"799900000", "Nguyễn Thị Mai Anh", "12/03/1985", "051"},
        {"GD4997999000001", "Nguyễn Thị Mai Anh", "12/03/1985", "052"},
        {"GD9797999000001", "Nguyễn Thị Mai Anh", "12/03/1985", "053"},
        {"GD4797999000914", "Đỗ Hữu Vinh", "11/11/1977", "050"},
        {"QN5977999000924", "Trần Anh Dũng", "12/12/1998", "001"},
        {"HX4797999000006", "Đặng Thị Kim Yến", "14/02/1993", "003"},
        {"DN4797999000007", "Võ Minh Khoa", "30/05/1975", "004"},
        {"GD4797999000007", "Võ Minh Khoa", "30/05/1975", "000"},
        {"DN4797999000005", "Lê Quốc Đạt", "09/09/1982", "003"},
        {"GD4797999000020", "Vũ Thị Bích Đào", "28/02/1970", "010"},
        {"DN4797999000023", "Tô Hoàng Sơn", "05/04/1980", "110"},
        {"GD4797999000033", "Huỳnh Trọng Phúc", "26/06/1984", "010"},
    };
    take_token();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        expect_code(look_up(rows[i].number, rows[i].name, rows[i].birth), rows[i].code);
    }
    expect_code(look_up_as("Trần Thị Lan", "079188900778", "7999000001", "A", "1985"), "054");
    expect_code(look_up_as("Lê Thị Lan", ACCOUNT_CLERK_CCCD, "7999000001", "A", "1985"), "055");
}

Test(standin, a_row_is_told_in_the_portals_words)
{
    take_token();
    json_t *answer = look_up("GD4797999000031", "Đinh Công Tâm", "23/11/1955");
    expect_text(answer, "maDKBD",
                "(null)"); /* asked under another object code: the card it has today is the new one */
    expect_text(answer, "maTheMoi", "HT3797999000031");
    expect_code(answer, "003");
    answer = look_up("HT3797999000031", "Đinh Công Tâm", "23/11/1955");
    expect_text(answer, "hoTen", "ĐINH CÔNG TÂM");
    expect_text(answer, "gioiTinh", "Nam");
    expect_text(answer, "gtTheDen", "31/12/2026");
    expect_text(answer, "maDKBD", "79014"); /* the register says 79047 */
    expect_text(answer, "maSoBHXH", "7999000031");
    cr_expect(json_is_null(json_object_get(answer, "maKV")), "what is empty is null");
    cr_expect(json_is_null(json_object_get(answer, "dsLichSuKCB2018")), "always");
    json_decref(answer);
    answer = look_up("GD4797999000015", "Lê Thị Thuận", "22/08/1991");
    expect_text(answer, "hoTen", "(null)");
    json_decref(answer);
    answer = look_up("GD4797999000016", "Ngô Đức Hải", "10/01/1964");
    expect_text(answer, "ngaySinh", "01/10/1964");
    expect_code(answer, "070");
}

Test(standin, visits_payments_and_facilities)
{
    static const char HISTORY[] =
        "maThe=GD4797999000030&hoTen=NGUYEN+VAN+HUNG&ngaySinh=1952&cccdCb=" ACCOUNT_CLERK_CCCD
        "&hoTenCb=Tr%E1%BA%A7n%20Th%E1%BB%8B%20Lan";
    static const char PAID[] =
        "{\"username\":\"" ACCOUNT_USER "\",\"maThe\":\"HN1797999000010\",\"hoTen\":\"Lý Thị Mỹ Dung\","
        "\"ngaySinh\":\"17/06/1968\"}";
    take_token();
    json_t *answer = post("/api/egw/Lskcb2025", HISTORY, false);
    json_t *visit = json_array_get(json_object_get(answer, "dsLichSuKCB2025"), 0);
    expect_text(visit, "maCSKCB", "79025");
    expect_text(visit, "ngayVao", "202611180807");
    cr_expect(json_is_null(json_object_get(visit, "ngayRa")), "the stay is open");
    expect_code(answer, "000");
    answer = post("/api/TraCuuCCT/TraCuuTienMCCT", PAID, true);
    json_t *last = json_array_get(json_object_get(answer, "DataCCT"), 0);
    cr_expect_gt(json_integer_value(json_object_get(last, "tBNCCTLuyKe")), 6 * 2530000);
    expect_code(answer, "200");
    answer = post("/api/egw/NhanThongTinCSKCB", "maCSKCB=79025", false);
    expect_text(answer, "tenCSKCB", "TTYT Thử");
    json_decref(answer);
    expect_code(post("/api/egw/NhanThongTinCSKCB", "maCSKCB=99999", false), "050");
}

/* One record with every item of the table; `number` is what MA_THE_BHYT holds. */
static json_t *hand_in(const char *number, const char *order)
{
    char xml[2048], form[4096];
    unsigned char base64[3072];
    int len = snprintf(
        xml, sizeof xml,
        "<CHI_TIEU_TRANG_THAI_KCB><DSACH_TRANG_THAI_KCB><TRANG_THAI_KCB><MA_LK>1</MA_LK><STT>1</STT>"
        "<MA_BN>2</MA_BN><HO_TEN>TRẦN ANH</HO_TEN><SO_CCCD/><NGAY_SINH>198503120000</NGAY_SINH>"
        "<GIOI_TINH>2</GIOI_TINH><MA_THE_BHYT>%s</MA_THE_BHYT><MA_DKBD>79014</MA_DKBD>%s<GT_THE_DEN/>"
        "<MA_DOITUONG_KCB>1.1</MA_DOITUONG_KCB><NGAY_VAO>202611200841</NGAY_VAO><NGAY_VAO_NOI_TRU/>"
        "<LY_DO_VNT/><MA_LY_DO_VNT/><MA_LOAI_KCB>01</MA_LOAI_KCB><MA_CSKCB>79014</MA_CSKCB><MA_DICH_VU/>"
        "<TEN_DICH_VU/><MA_THUOC/><TEN_THUOC/><MA_VAT_TU/><TEN_VAT_TU/><NGAY_YL/><DU_PHONG/>"
        "</TRANG_THAI_KCB></DSACH_TRANG_THAI_KCB><CHUKYDONVI/></CHI_TIEU_TRANG_THAI_KCB>",
        number, order);
    EVP_EncodeBlock(base64, (const unsigned char *)xml, len);
    char *escaped = curl_easy_escape(NULL, (const char *)base64, 0);
    snprintf(form, sizeof form, "username=%s&loaiHoSo=0&maTinh=79&maCSKCB=79014&fileHSBase64=%s",
             ACCOUNT_USER, escaped);
    curl_free(escaped);
    return ask(&(struct post){"/api/qd130/checkInKcbQd3176", form, false, true, NULL}, CURLE_OK);
}

Test(standin, a_record_is_checked_and_receipted_once)
{
    static const char ORDER[] = "<GT_THE_TU>20260101</GT_THE_TU>";
    char receipt[64];
    take_token();
    json_t *answer = hand_in("GD4797999000001", ORDER);
    snprintf(receipt, sizeof receipt, "%s", json_string_value(json_object_get(answer, "maGiaoDich")));
    expect_code(answer, "200");
    answer = hand_in("GD4797999000001", ORDER);
    expect_text(answer, "maGiaoDich", receipt);
    json_decref(answer);
    answer = hand_in("GD4797999000002", ORDER);
    cr_expect_str_neq(json_string_value(json_object_get(answer, "maGiaoDich")), receipt);
    json_decref(answer);
    answer = hand_in("GD47979990000019999", ORDER);
    expect_text(answer, "ghiChu", "MA_THE_BHYT");
    expect_code(answer, "205");
    answer = hand_in("GD4797999000001", "");
    expect_text(answer, "ghiChu", "GT_THE_TU");
    expect_code(answer, "205");
}

Test(standin, it_goes_wrong_on_demand)
{
    static const struct {
        const char *control;
        CURLcode code;
        long status;
        const char *result; /* maKetQua, NULL: not even JSON */
    } rows[] = {
        {"fault=reset", CURLE_RECV_ERROR, 0, NULL},
        {"fault=cut", CURLE_PARTIAL_FILE, 200, NULL},
        {"fault=half", CURLE_OK, 200, NULL},
        {"fault=text", CURLE_OK, 200, NULL},
        {"fault=html", CURLE_OK, 200, NULL},
        {"fault=huge", CURLE_OK, 200, NULL},
        {"fault=deep", CURLE_OK, 200, NULL},
        {"fault=storm", CURLE_OK, 401, "401"},
        {"fault=http500", CURLE_OK, 500, "(null)"},
        {"fault=100", CURLE_OK, 200, "100"},
        {"fault=999", CURLE_OK, 200, "999"},
        {"fault=hang", CURLE_OPERATION_TIMEDOUT, 0, NULL},
        {"fault=none&delay_ms=50", CURLE_OK, 200, "000"},
    };
    static const struct post facility = {"/api/egw/NhanThongTinCSKCB", "maCSKCB=79025", false, false, NULL};
    take_token();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_assert(standin_control(standin, rows[i].control), "%s", rows[i].control);
        json_t *answer = ask(&facility, rows[i].code);
        cr_expect_eq(status, rows[i].status, "%s: %ld", rows[i].control, status);
        cr_expect_eq(answer != NULL, rows[i].result != NULL, "%s", rows[i].control);
        if (answer && rows[i].result) {
            expect_code(answer, rows[i].result);
        }
    }
    cr_assert(standin_control(standin, "fault=054&count=1"));
    expect_code(look_up_match(), "054");
    expect_code(look_up_match(), "000");
    cr_assert(standin_control(standin, "fault=refused"));
    expect_code(post("/api/token/take", "username=79014_BV&password=384c8a2664a4977da2f6bb16d0cfe581", false),
                "401");
    cr_expect_not(standin_control(standin, "fault=nonsense"));
    cr_expect_not(standin_control(standin, "what=1"));
}

static void *look_up_apart(void *ret_answer)
{
    *(json_t **)ret_answer = look_up_match();
    return NULL;
}

Test(standin, a_held_question_is_answered_when_it_is_let_go)
{
    json_t *answer = NULL;
    pthread_t thread;
    take_token();
    cr_assert(standin_control(standin, "fault=hold"));
    cr_assert_eq(pthread_create(&thread, NULL, look_up_apart, &answer), 0);
    while (standin_asked(standin, "member") == 0) {
        sched_yield();
    }
    cr_assert(standin_control(standin, "fault=none"));
    cr_assert_eq(pthread_join(thread, NULL), 0);
    expect_code(answer, "000");
}
