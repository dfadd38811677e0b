/* What must hold of the reader of check-in records for every sequence of bytes. */
#include "adapter/checkin_read.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct checkin_returned read;
    checkin_read((const char *)data, size, &read);
    assert(read.returned < RETURNED_COUNT);
    assert(read.problem_count >= 0 && read.problem_count <= CHECKIN_COUNT);
    assert(text_valid(read.key, strlen(read.key)));
    if (read.returned != RETURNED_WHOLE) {
        return 0;
    }
    unsigned told = 0;
    for (int i = 0; i < read.problem_count; i++) {
        assert(read.problems[i].item < CHECKIN_COUNT && read.problems[i].fault < CHECKIN_FAULTS);
        assert(!(told & 1U << read.problems[i].item)); /* an item is wrong in one way */
        told |= 1U << read.problems[i].item;
    }
    /* what may be sent has an id that we can keep */
    assert(read.problem_count > 0 || read.key[0]);
    return 0;
}
