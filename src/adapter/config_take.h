/* config_take: readers of the names of tiepdon.ini whose values are more than a text, a number or a word. False refuses. */
#ifndef TIEPDON_CONFIG_TAKE_H
#define TIEPDON_CONFIG_TAKE_H
#include "adapter/config.h"

bool take_facility(struct config *config, const char *value);
bool take_sisters(struct config *config, const char *value);
bool take_bind(struct config *config, const char *value);
bool take_camera(struct config *config, const char *value);
bool take_demo_day(struct config *config, const char *value);
bool take_clerk_cccd(struct config *config, const char *value);
/* Behind base, plain ASCII: what follows it in the address is the portal's client to write. Nothing switches a question
 * off. */
bool take_token_path(struct config *config, const char *value);
bool take_member_path(struct config *config, const char *value);
bool take_history_path(struct config *config, const char *value);
bool take_copayment_path(struct config *config, const char *value);
bool take_facility_path(struct config *config, const char *value);
bool take_record_path(struct config *config, const char *value);
bool take_formats(struct config *config, const char *value);
bool take_kind(struct config *config, const char *value);
/* A queue or a device, not both. */
bool take_queue(struct config *config, const char *value);
bool take_printer(struct config *config, const char *value);

#endif
