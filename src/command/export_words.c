/* export_words: what BHXH and the head of the counter read in a spreadsheet. */
#include "command/export_words.h"
#include "core/assess.h"
#include <stddef.h>
#include <string.h>

static const struct {
    const char *column, *value, *word;
} WORDS[] = {
    {"gender", "male", "Nam"},
    {"gender", "female", "Nữ"},
    {"state", "open", "chưa gửi"},
    {"state", "sent", "đã gửi"},
    {"state", "answered", "đã trả lời"},
    {"status", "admitted", "tiếp nhận"},
    {"status", "provisional", "tạm nhận"},
    {"status", "not_insured", "không BHYT"},
    {"unchecked", "unchecked", "chưa kiểm tra"},
    {"nameless", "nameless", "chưa có số"},
};

static const char *verdict_word(const char *code)
{
    int verdict = 0;
    while (verdict < VERDICT_COUNT && strcmp(verdict_code((enum verdict)verdict), code) != 0) {
        verdict++;
    }
    return verdict < VERDICT_COUNT ? verdict_text((enum verdict)verdict, LANGUAGE_VI) : code;
}

const char *export_word(const char *column, const char *value)
{
    if (strcmp(column, "verdict") == 0) {
        return verdict_word(value);
    }
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(WORDS[i].column, column) == 0 && strcmp(WORDS[i].value, value) == 0) {
            return WORDS[i].word;
        }
    }
    return value;
}
