/* entitlement_text: what a case pays, as a clerk says it to the patient. */
#include "core/entitlement.h"
#include <stdio.h>
#include <string.h>

enum { PART_SIZE = 64, RESULT_SIZE = 24 };

/* "80 %", "47,5 %" of tenths of a percent. */
static void put_percent(long tenths, enum language language, char *out, size_t cap)
{
    const char *point = language == LANGUAGE_VI ? "," : ".";
    if (tenths % TENTHS) {
        snprintf(out, cap, "%ld%s%ld %%", tenths / TENTHS, point, tenths % TENTHS);
    } else {
        snprintf(out, cap, "%ld %%", tenths / TENTHS);
    }
}

static void put_product(int share, int rate, bool brief, const char result[RESULT_SIZE], char out[PART_SIZE])
{
    if (brief) {
        snprintf(out, PART_SIZE, "%s", result);
    } else {
        snprintf(out, PART_SIZE, "%d %% x %d %% = %s", share, rate, result);
    }
}

/* One share: "100 % x 80 % = 80 %". */
static void put_share(const struct candidate *candidate, int share, bool brief, enum language language,
                      char out[PART_SIZE])
{
    static const char *const of_card[LANGUAGE_COUNT] = {"%d %% x mức của thẻ", "%d %% x the card's"};
    char result[RESULT_SIZE];
    if (candidate->row->of == OF_ALL || share == 0) {
        put_percent((long)share * TENTHS, language, out, PART_SIZE);
    } else if (candidate->rate < 0) {
        snprintf(out, PART_SIZE, of_card[language], share);
    } else {
        put_percent(share * candidate->rate / TENTHS, language, result, sizeof result);
        put_product(share, (int)candidate->rate, brief, result, out);
    }
}

void entitlement_pays(const struct candidate *candidate, bool brief, enum language language,
                      char out[ENTITLEMENT_PAYS])
{
    static const char *const unsaid[LANGUAGE_COUNT] = {"tùy trường hợp", "depends"};
    static const char *const both[LANGUAGE_COUNT] = {"ngoại trú %s, nội trú %s",
                                                     "outpatient %s, inpatient %s"};
    static const char *const both_brief[LANGUAGE_COUNT] = {"%s, nội trú %s", "%s, inpatient %s"};
    const struct scheme_case *row = candidate->row;
    char outpatient[PART_SIZE], inpatient[PART_SIZE];
    if (row->of == OF_UNSAID) {
        snprintf(out, ENTITLEMENT_PAYS, "%s", unsaid[language]);
        return;
    }
    put_share(candidate, row->outpatient, brief, language, outpatient);
    put_share(candidate, row->inpatient, brief, language, inpatient);
    if (row->outpatient == row->inpatient || row->inpatient == SHARE_NONE) {
        snprintf(out, ENTITLEMENT_PAYS, "%s", outpatient);
    } else if (row->outpatient == SHARE_NONE) {
        snprintf(out, ENTITLEMENT_PAYS, "%s", inpatient);
    } else {
        snprintf(out, ENTITLEMENT_PAYS, (brief ? both_brief : both)[language], outpatient, inpatient);
    }
}
