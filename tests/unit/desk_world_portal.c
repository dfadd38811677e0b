/* desk_world_portal: a portal that answers when the test says so, and a list chưa kiểm tra with one record. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

enum { HEARD_AT = 1795316400 }; /* 2026-11-22 10:00 in Vietnam */

void world_portal(struct world *world)
{
    struct hospital *hospital = &world->desk.hospital;
    hospital->portal = hospital->history = hospital->copayment = true;
}

void world_reply(struct world *world, const struct reply *reply)
{
    world_carry_out(world, desk_portal(&world->desk, reply, world->now));
}

static struct reply reply_to(const struct world *world)
{
    return (struct reply){
        .ticket = world->tickets[ASK_MEMBER], .ask = ASK_MEMBER, .question = world->question, .at = HEARD_AT};
}

void world_hear(struct world *world, const char *code, const char *line)
{
    static struct reply reply;
    reply = reply_to(world);
    strcpy(reply.code, code);
    if (line) {
        world_read_member(line, &reply.member);
        reply.has_member = true;
        reply.member.source = SOURCE_PORTAL;
        strcpy(reply.member.as_of, "2026-11-22");
        strcpy(reply.member.status, code);
        reply.member.facts.cccd[0] = '\0';
    }
    world_reply(world, &reply);
}

void world_trouble(struct world *world, enum trouble trouble)
{
    static struct reply reply;
    reply = reply_to(world);
    reply.trouble = trouble;
    world_reply(world, &reply);
}

void world_late(struct world *world, const struct intake *intake)
{
    world->kept = (struct kept_intake){.intake = *intake, .at = "2026-11-20T08:41"};
    struct late *late = &world->desk.late[0];
    *late = (struct late){.id = "7", .day = "2026-11-20", .time = "08:41", .state = LATE_DIFFERS};
    world->desk.late_count = world->desk.late_total = 1;
    world_keys(world, "<F9>");
    cr_assert_eq(world->desk.mode, MODE_LATE);
    world_carry_out(world, desk_late_listed(&world->desk, world->now));
    world_keys(world, "<Enter>");
}
