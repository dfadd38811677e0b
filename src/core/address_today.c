/* address_today: heirs gathered, of provinces and of communes. */
#include "core/address_today.h"
#include "core/unit_index.h"

/* False when there is no room for one more. */
static bool add_unit(uint16_t list[UNIT_HEIRS], int *count, uint16_t unit)
{
    for (int i = 0; i < *count; i++) {
        if (list[i] == unit) {
            return true;
        }
    }
    if (*count == UNIT_HEIRS) {
        return false;
    }
    list[(*count)++] = unit;
    return true;
}

bool today_add(const struct seek *seek, uint16_t unit, uint16_t list[UNIT_HEIRS], int *count, bool *ret_sure)
{
    uint16_t today[UNIT_HEIRS] = {unit};
    bool in_force = unit_spans(&seek->units->units[unit], seek->step), fits = true;
    int heirs = in_force ? 1 : unit_today(seek->units, unit, seek->today, today);
    for (int i = 0; i < heirs; i++) {
        fits = add_unit(list, count, today[i]) && fits;
    }
    *ret_sure = fits && (in_force || unit_sure(seek->units, unit, seek->today));
    return heirs > 0;
}

/* An island district without communes was its own commune, and has heirs like one. */
static void take_island(const struct units *units, struct reading *reading)
{
    const struct named *district = &reading->district;
    bool named = reading->commune.at < reading->commune.end;
    if (!named && district->count == 1 && units->units[district->units[0]].heir_count > 0) {
        reading->commune = *district;
    }
}

void today_fill(const struct seek *seek, struct reading *reading)
{
    const struct units *units = seek->units;
    const struct named *commune = &reading->commune, *district = &reading->district;
    take_island(units, reading);
    bool known = !commune->many, sure;
    for (int i = 0; i < reading->province.count; i++) {
        today_add(seek, reading->province.units[i], reading->provinces, &reading->province_count, &sure);
    }
    const struct named *from = commune->count > 0 ? commune : district;
    for (int i = 0; reading->province.count == 0 && i < from->count && !from->many; i++) {
        uint16_t province = units->units[from->units[i]].province;
        today_add(seek, province, reading->provinces, &reading->province_count, &sure);
    }
    reading->sure = known;
    for (int i = 0; i < commune->count && known; i++) {
        known = today_add(seek, commune->units[i], reading->communes, &reading->commune_count, &sure);
        reading->sure = reading->sure && sure;
    }
    reading->commune_count = known ? reading->commune_count : 0;
}
