/* demo: five words between tabs. */
#include "adapter/demo.h"
#include "adapter/place.h"
#include "core/text.h"
#include <string.h>

enum { LIST_SIZE = 32 * 1024 };

static bool read_card(char *line, enum language language, struct demo_card *ret)
{
    enum { NUMBER, PICTURE, VERDICT, TITLE_VI, TITLE_EN, WORDS };
    char *words[WORDS], *rest = NULL;
    for (int i = 0; i < WORDS; i++) {
        words[i] = strtok_r(i == 0 ? line : NULL, "\t", &rest);
        if (!words[i]) {
            return false;
        }
    }
    const char *title = words[language == LANGUAGE_EN ? TITLE_EN : TITLE_VI];
    return text_copy(ret->file, sizeof ret->file, words[PICTURE]) == FAULT_NONE &&
           text_copy(ret->verdict, sizeof ret->verdict, words[VERDICT]) == FAULT_NONE &&
           text_clean(ret->title, sizeof ret->title, title, strlen(title)) == FAULT_NONE;
}

enum fault demo_cards(const char *dir, enum language language, struct demo_card *ret, int max, int *ret_count)
{
    char path[PATH_SIZE], list[LIST_SIZE];
    enum fault fault = place_join(dir, "cards.txt", path);
    fault = fault ? fault : place_read(path, list, sizeof list);
    if (fault) {
        return fault;
    }
    int count = 0;
    char *rest = NULL;
    for (char *line = strtok_r(list, "\n", &rest); line && count < max; line = strtok_r(NULL, "\n", &rest)) {
        count += read_card(line, language, &ret[count]);
    }
    *ret_count = count;
    return FAULT_NONE;
}
