/* desk_inside: what the files of the desk share; nobody else includes it. */
#ifndef TIEPDON_DESK_INSIDE_H
#define TIEPDON_DESK_INSIDE_H
#include "core/desk.h"
#include "core/desk_text.h"

static inline struct wish wish_of(enum wish_kind kind)
{
    return (struct wish){kind, 0};
}

/* desk.c */
void desk_go(struct desk *desk, enum mode mode); /* asserts the step; REVIEW and WAITING have no line */
bool desk_may_go(enum mode from, enum mode to);
bool desk_needs_review(enum mode mode); /* the mode is about the open review */
bool desk_is_over(enum mode mode);      /* HELP, TODAY ...: lies over another mode, desk.back */
bool desk_arms(enum mode mode);         /* Enter writes, undoes or leaves in this mode */
void desk_rearm(struct desk *desk);
void desk_hush(struct desk *desk);
void desk_say(struct desk *desk, enum said said, const char *name, uint64_t now);

/* desk_review.c */
const char *desk_name(const struct desk *desk); /* of the open review's person, or its number */
struct wish desk_open(struct desk *desk, const struct card *card, const struct scan *scan);
struct wish desk_close(struct desk *desk); /* the next of the queue opens, or WAITING */
struct wish desk_next(struct desk *desk);  /* opens the next of the queue when nothing is open */
struct wish desk_ask(struct desk *desk);
void desk_judge(struct desk *desk);
void desk_narrow(struct desk *desk); /* after picked or dropped changed: judged anew */
void desk_settle(struct desk *desk); /* leaves a mode whose question the judgement no longer asks */
const struct row *desk_row(const struct desk *desk); /* under the cursor, NULL for none */
void desk_move_to(struct desk *desk, enum field field);

/* desk_scan.c */
const char *desk_card_name(const struct card *card);
void desk_merge(struct card *card, const struct card *second); /* one person's: fills what is missing */
/* Name, birth date and gender agree where both state them; `all` wants name and birth date on both sides. */
bool desk_agrees(const struct facts *a, const struct facts *b, bool all);
bool desk_enqueue(struct desk *desk, const struct scan *scan, const char *name, uint64_t now);

/* desk_decide.c */
bool desk_needs_year(const struct desk *desk);
enum field desk_undecided(const struct desk *desk);
struct wish desk_take_in(struct desk *desk, enum intake_status status);
void desk_make(const struct desk *desk, enum intake_status status, struct intake *ret);
/* The same without the entitlement, which depends on it. */
void desk_facts(const struct desk *desk, enum intake_status status, struct intake *ret);
void desk_reason(struct desk *desk, const char *reason); /* one more sentence for the journal */

/* desk_search.c */
struct wish desk_search_ask(struct desk *desk);                                /* whom the line means */
struct wish desk_look_up(struct desk *desk, const char *number, uint64_t now); /* as if it had been typed */

/* desk_identify.c */
bool desk_awaits_identity(const struct desk *desk); /* the next card or number is that patient's */
struct wish desk_identify(struct desk *desk, const struct card *card, const struct scan *scan);
/* *ret_ask: the clerk says first whose it is. */
struct wish desk_identify_scan(struct desk *desk, const struct scan *scan, const struct card *card,
                               bool *ret_ask);

/* desk_found.c */
void desk_found_forget(struct desk *desk);
struct wish desk_found_open(struct desk *desk, int row, uint64_t now);
struct wish desk_found_enter(struct desk *desk,
                             uint64_t now); /* no row was chosen, and the line is no number */

/* desk_type.c: the room and the typing of the line in a mode. */
size_t desk_line_cap(const struct desk *desk);
bool desk_types_words(const struct desk *desk); /* not digits, dates or numbers */
enum typing desk_typing(const struct desk *desk);
void desk_type_into(struct desk *desk, enum mode mode, const char *text);

/* Acts of the key table, desk_keys.c. */
typedef struct wish desk_act(struct desk *desk, struct key key, uint64_t now);
desk_act act_type, act_typing;                                                /* desk_type.c */
desk_act act_search, act_search_type, act_search_line, act_search_enter;      /* desk_search.c */
desk_act act_found_move;                                                      /* desk_found.c */
desk_act act_move, act_toggle, act_escape, act_back;                          /* desk_review.c */
desk_act act_enter, act_other_person, act_by_card;                            /* desk_decide.c */
desk_act act_doubtful, act_not_insured, act_confirm, act_reason;              /* desk_decide.c */
desk_act act_year_open, act_year, act_same, act_candidates, act_pick;         /* desk_identity.c */
desk_act act_edit, act_edit_enter, act_source, act_source_back, act_slip;     /* desk_edit.c */
desk_act act_difficulty, act_kind, act_difficulty_step, act_difficulty_enter; /* desk_difficulty.c */
desk_act act_modern, act_heir, act_communes, act_commune;                     /* desk_address.c */
desk_act act_nobody, act_form_move, act_form_enter;                           /* desk_form.c */
desk_act act_entitle, act_entitle_pick, act_entitle_clear;                    /* desk_entitle.c */
desk_act act_paper_enter, act_paper_move;                                     /* desk_paper.c */
desk_act act_later, act_join, act_drop;                                       /* desk_scan.c */
desk_act act_camera;                                                          /* desk_camera.c */
desk_act act_help, act_page, act_undo, act_undo_enter, act_demo, act_card, act_card_move, act_leave,
    act_leave_enter, act_return; /* desk_list.c */
desk_act act_today, act_list, act_filter, act_filter_pick, act_record, act_record_slip,
    act_undo_row;                                                         /* desk_today.c */
desk_act act_close, act_close_enter;                                      /* desk_today.c */
desk_act act_charts, act_chart, act_span;                                 /* desk_charts.c */
desk_act act_difficulties, act_difficulties_move, act_difficulties_state; /* desk_answer.c */
desk_act act_answer, act_answer_move, act_reply, act_reply_type, act_reply_back, act_answer_enter;
desk_act act_bind, act_setup_enter, act_setup_again; /* desk_setup.c */

desk_act act_history, act_copayment;                                           /* desk_portal.c */
desk_act act_late, act_late_move, act_late_open, act_late_close;               /* desk_late.c */
desk_act act_contact, act_contact_enter, act_contact_move, act_contact_choose; /* desk_contact.c */

/* desk_inquire.c */
desk_act act_ask;
/* Asks by itself where the question is complete, wanted, and not answered yet. */
struct wish desk_inquire(struct desk *desk, uint64_t now);
/* Asks, whatever was asked before. */
struct wish desk_ask_portal(struct desk *desk, uint64_t now);
/* What the form gave makes a question; WISH_NONE where there is nothing to ask. */
struct wish desk_form_ask(struct desk *desk, uint64_t now);
bool desk_asks_again(const struct desk *desk); /* refused, and something else was typed since */
void desk_note_check(const struct desk *desk,
                     struct intake *ret); /* question, and whether the list shall ask it */

/* desk_portal.c: after the register was asked anew. */
void desk_hear_again(struct desk *desk, const struct answer *before);
/* What was typed and the assessment data says as well is the data's; that also proves a typed number's person. */
void desk_adopt(struct desk *desk);

/* desk_agree.c: what Enter does with a late record, where it would write for somebody who stands here. */
enum enter desk_late_enter(const struct desk *desk, enum enter enter);
struct wish desk_agreed(struct desk *desk);
void desk_not_agreed(struct desk *desk); /* that could not be written */
struct wish desk_late_leave(struct desk *desk, uint64_t now);
enum said
desk_stays(const struct desk *desk); /* what is said of the record that was open and is not changed */

/* desk_sign.c */
desk_act act_lock, act_sign_name, act_sign_type, act_sign_enter, act_sign_other;
/* The mode of the work behind a lock, below what lies over it. */
enum mode desk_work_mode(const struct desk *desk);
bool desk_refuses(struct desk *desk, uint64_t now);     /* the role may not write here; it is said */
void desk_stir(struct desk *desk, uint64_t now);        /* a key or a scan came: somebody is there */
struct wish desk_idle(struct desk *desk, uint64_t now); /* locks where nobody pressed a key for long */
/* When that is, or the wait shows another second; 0 never. */
uint64_t desk_sign_due(const struct desk *desk, uint64_t now);

/* desk_contact.c */
size_t desk_contact_cap(const struct desk *desk); /* of the line */
const char *desk_contact_get(const struct contact *contact, int step);
int desk_contact_differences(const struct contact *a, const struct contact *b);
/* Something that was known of the person stands there no longer. */
bool desk_contact_erased(const struct review *review);
bool desk_contact_words(const struct desk *desk); /* it is no phone */
void desk_bring_back(struct desk *desk);          /* after every judgement: what is known of this person */
/* Digits, with + at the head where it was typed so; an empty text gives "". */
NEEDED enum fault desk_read_phone(const char *text, char ret[PHONE_SIZE]);

/* desk_address.c: after every change of an address that is being typed. */
void desk_offer_communes(struct desk *desk);

/* desk_list.c: goes to a mode that lies over this one, and where Escape leads from there. */
struct wish desk_over(struct desk *desk, enum mode mode, enum wish_kind wish);
enum mode desk_below(const struct desk *desk);

/* desk_scroll.c: the cursor of a list of which the desk holds DESK_LIST rows: `count` of `total`, from `*top` on. */
struct scroll {
    int *top, *row;
    int count, total;
};
/* Moves it; true where the row is not held, and the list is to be filled anew from *top on. */
bool desk_scroll(struct scroll list, enum press press);
void desk_scroll_settle(struct scroll list); /* after the list was filled */

/* desk_today.c: the row under the cursor, NULL for none; whether it can be opened again, and undone. */
const struct act *desk_act_row(const struct desk *desk);
bool desk_reopens(const struct desk *desk);
bool desk_undoes_row(const struct desk *desk);
void desk_record_opened(struct desk *desk);      /* a record was opened, by whatever way */
struct wish desk_today_again(struct desk *desk); /* after a record opened from it */

/* desk_answer.c: the reply is being typed. */
bool desk_replies(const struct desk *desk);

/* desk_camera.c */
void desk_camera_leave(struct desk *desk); /* back from MODE_CAMERA; elsewhere nothing */

/* desk_form.c */
void desk_form_open(struct desk *desk);

/* desk_entitle.c: what an intake with these values says of the entitlement. */
void desk_entitle(const struct desk *desk, const struct intake *intake, struct entitlement *ret);

/* When its keys work: registered elsewhere and no case chosen, which is what a clerk asks next; any other
 * review; a case was chosen. */
bool desk_case_open(const struct desk *desk);
bool desk_case_settled(const struct desk *desk);
bool desk_case_chosen(const struct desk *desk);

/* desk_paper.c: asks for the paper of desk->pending. */
void desk_paper_open(struct desk *desk);

/* desk_print.c: desk.print_out until desk_printed; a notice where there is no printer, or the one before is not done. Of
 * PRINT_DIFFICULTY desk.answered is printed, of PRINT_SLIP the open review's slip, of PRINT_DAY status.today's list. */
struct wish desk_print(struct desk *desk, enum printing printing, uint64_t now);
bool desk_prints(const struct desk *desk); /* a printer is configured */
desk_act act_print_slip, act_print_day, act_print_difficulty, act_print_row;

#endif
