/* cases of the search box: what is typed, and the question it makes. */
#include "core/find.h"
#include "cases.h"
#include <stdio.h>
#include <string.h>

bool cases_find(char *line, char said[CASES_SAID])
{
    static const char *const kinds[] = {
        [FIND_NOTHING] = "nothing", [FIND_NUMBER] = "number", [FIND_NAME] = "name"};
    enum { TYPED, KIND, WHAT, INITIALS, BIRTH, FIELDS };
    char *field[FIELDS];
    struct find find;
    if (!cases_split(line, field, FIELDS)) {
        snprintf(said, CASES_SAID, "not five fields");
        return false;
    }
    find_read(field[TYPED], &find);
    const char *what = find.kind == FIND_NUMBER ? find.number : find.name;
    snprintf(said, CASES_SAID, "%s | %s | %s | %s", kinds[find.kind], what, find.initials, find.birth);
    return strcmp(kinds[find.kind], field[KIND]) == 0 && strcmp(what, field[WHAT]) == 0 &&
           strcmp(find.initials, field[INITIALS]) == 0 && strcmp(find.birth, field[BIRTH]) == 0;
}
