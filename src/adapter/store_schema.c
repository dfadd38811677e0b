/* store_schema: data/schema embedded, step by step. */
#include "adapter/store_sql.h"

/* The schema files go into the program as they stand, so that it needs no file to make a database. */
#define EMBED(name, file)                                                                                    \
    __asm__(".section .rodata\n.global " #name "\n" #name ":\n.incbin \"data/schema/" file "\"\n.byte 0\n"   \
            ".previous\n");                                                                                  \
    extern const char name[]

EMBED(schema_register_1, "register-1.sql");
EMBED(schema_register_2, "register-2.sql");
EMBED(schema_register_3, "register-3.sql");
EMBED(schema_register_4, "register-4.sql");
EMBED(schema_register_5, "register-5.sql");
EMBED(schema_register_search, "register-search.sql");
EMBED(schema_journal_1, "journal-1.sql");
EMBED(schema_journal_2, "journal-2.sql");
EMBED(schema_journal_3, "journal-3.sql");
EMBED(schema_journal_4, "journal-4.sql");
EMBED(schema_journal_5, "journal-5.sql");
EMBED(schema_journal_6, "journal-6.sql");
EMBED(schema_reference_1, "reference-1.sql");
EMBED(schema_reference_2, "reference-2.sql");

static const char *const register_steps[] = {schema_register_1, schema_register_2, schema_register_3,
                                             schema_register_4, schema_register_5};
const char *const REGISTER_SEARCH = schema_register_search;
static const char *const journal_steps[] = {schema_journal_1, schema_journal_2, schema_journal_3,
                                            schema_journal_4, schema_journal_5, schema_journal_6};
/* Who only reads a journal of before may not add what it lacks. */
static const char *const journal_stand_ins[] = {
    NULL,
    "CREATE TEMP TABLE entitlement (entry INTEGER PRIMARY KEY, code TEXT, chosen TEXT);"
    "CREATE TEMP TABLE paper (entry INTEGER, kind TEXT, number TEXT, first TEXT, last TEXT)",
    "CREATE TEMP TABLE contact (entry INTEGER PRIMARY KEY, phone TEXT);"
    "CREATE TEMP TABLE revision (entry INTEGER PRIMARY KEY, of INTEGER);"
    "CREATE TEMP TABLE checked (entry INTEGER PRIMARY KEY, of INTEGER, outcome TEXT, code TEXT);"
    "CREATE TEMP TABLE closed (entry INTEGER PRIMARY KEY, of INTEGER, reason TEXT);"
    "CREATE TEMP TABLE receipt (entry INTEGER PRIMARY KEY, of INTEGER, key TEXT, receipt TEXT, code TEXT,"
    " refused INTEGER);"
    "CREATE TEMP TABLE late (entry INTEGER PRIMARY KEY, number TEXT, name TEXT, birth_date TEXT, state TEXT,"
    " tries INTEGER, due INTEGER, leased INTEGER, code TEXT, trouble TEXT);"
    "CREATE TEMP TABLE pace (minute INTEGER, day INTEGER, minute_count INTEGER, day_count INTEGER,"
    " failures INTEGER, pause INTEGER, open_until INTEGER, trial_at INTEGER, failed INTEGER);"
    "CREATE TEMP TABLE handover (id INTEGER PRIMARY KEY, act TEXT, kind TEXT, done INTEGER);"
    "CREATE TEMP TABLE sending (id INTEGER PRIMARY KEY, key TEXT, digest TEXT, file TEXT, tries INTEGER,"
    " due INTEGER, leased INTEGER, done INTEGER);"
    "CREATE TEMP TABLE learned (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE reach (entry INTEGER PRIMARY KEY, address TEXT, relative TEXT, relative_phone TEXT,"
    " whole INTEGER);"
    "CREATE TEMP TABLE cmnd (entry INTEGER PRIMARY KEY, number TEXT);"
    "CREATE TEMP TABLE projected (id INTEGER PRIMARY KEY, entry INTEGER);"
    "CREATE TEMP TABLE patient (id INTEGER PRIMARY KEY, name TEXT, folded TEXT, initials TEXT,"
    " birth_date TEXT, gender TEXT, bhxh TEXT, number TEXT, cccd TEXT, address TEXT, phone TEXT,"
    " contact_address TEXT, relative TEXT, relative_phone TEXT, visits INTEGER, last INTEGER);"
    "CREATE TEMP TABLE visit (entry INTEGER PRIMARY KEY, patient INTEGER);"
    "CREATE TEMP TABLE patient_key (key TEXT, kind TEXT, patient INTEGER)",
    "CREATE TEMP TABLE numbered (entry INTEGER PRIMARY KEY, number INTEGER);"
    "CREATE TEMP TABLE observed (entry INTEGER PRIMARY KEY, verdict TEXT, findings TEXT);"
    "CREATE TEMP TABLE stated (entry INTEGER, field TEXT, value TEXT);"
    "CREATE TEMP TABLE progress (entry INTEGER PRIMARY KEY, number INTEGER, state TEXT, reply TEXT);"
    "CREATE TEMP TABLE closed_day (entry INTEGER PRIMARY KEY, day TEXT, intakes INTEGER, admitted INTEGER,"
    " provisional INTEGER, not_insured INTEGER, unchecked INTEGER, corrected INTEGER, undone INTEGER,"
    " difficulties INTEGER);"
    "CREATE TEMP TABLE look (entry INTEGER PRIMARY KEY, why TEXT, of INTEGER, number TEXT);"
    "CREATE TEMP TABLE docket (number INTEGER PRIMARY KEY, entry INTEGER, of INTEGER, day TEXT, state TEXT,"
    " since TEXT, moved INTEGER, gone INTEGER);"
    "INSERT INTO docket (entry, of, day, state, since, moved, gone)"
    " SELECT d.entry, coalesce(r.of, d.entry), e.day, 'open', e.day, 0,"
    " EXISTS (SELECT 1 FROM undo WHERE undo.of = coalesce(r.of, d.entry))"
    " FROM difficulty d JOIN entry e ON e.id = d.entry LEFT JOIN revision r ON r.entry = d.entry"
    " WHERE NOT EXISTS (SELECT 1 FROM difficulty b LEFT JOIN revision s ON s.entry = b.entry"
    " WHERE b.entry < d.entry AND coalesce(s.of, b.entry) = r.of AND b.kind = d.kind"
    " AND (d.text = '' OR d.text = b.text)) ORDER BY d.entry",
    "CREATE TEMP TABLE clerk (entry INTEGER PRIMARY KEY, login TEXT, name TEXT, portal_name TEXT, cccd TEXT,"
    " role TEXT, active INTEGER, pin TEXT);"
    "CREATE TEMP TABLE sign (entry INTEGER PRIMARY KEY, login TEXT, what TEXT);"
    "CREATE TEMP TABLE purge (entry INTEGER PRIMARY KEY, before TEXT, upto INTEGER, entries INTEGER);"
    "CREATE TEMP TABLE secret (entry INTEGER PRIMARY KEY, hash TEXT)",
};
/* A register of before has heard nothing of the portal, and cannot be searched by name. A file of fewer steps was never whole. */
static const char *const register_stand_ins[] = {
    NULL,
    NULL,
    NULL,
    "CREATE TEMP VIEW member AS SELECT rowid AS rowid, *, 0 AS heard, '' AS heardAt, '' AS heardBy"
    " FROM main.member;"
    "CREATE TEMP TABLE word (number TEXT, name TEXT, birthDate TEXT, code TEXT, at INTEGER, member INTEGER)",
    "CREATE TEMP VIEW state AS SELECT *, 0 AS searchable, 0 AS missing FROM main.state",
};
static const char *const reference_steps[] = {schema_reference_1, schema_reference_2};
/* A list of before names no successors. */
static const char *const reference_stand_ins[] = {
    NULL,
    "CREATE TEMP VIEW facility AS SELECT *, '' AS validTo, '' AS successor FROM main.facility",
};

/* The application_ids are "TDsr", "TDsj" and "TDsf" in ASCII. */
const struct sql_kind SQL_REGISTER = {
    .application_id = 0x54447372,
    .version = 5,
    .steps = register_steps,
    .stand_ins = register_stand_ins,
    .missing = FAULT_REGISTER_MISSING,
    .foreign = FAULT_REGISTER_FOREIGN,
    .newer = FAULT_REGISTER_NEWER,
    .damaged = FAULT_REGISTER_DAMAGED,
    .notadb = FAULT_REGISTER_NOTADB,
};

const struct sql_kind SQL_JOURNAL = {
    .application_id = 0x5444736A,
    .version = 6,
    .steps = journal_steps,
    .stand_ins = journal_stand_ins,
    .missing = FAULT_JOURNAL_MISSING,
    .foreign = FAULT_JOURNAL_FOREIGN,
    .newer = FAULT_JOURNAL_NEWER,
    .damaged = FAULT_JOURNAL_DAMAGED,
    .notadb = FAULT_JOURNAL_NOTADB,
};

/* Facility names are an ornament of the screen: whatever is wrong with them,
 * importing them again mends it. */
const struct sql_kind SQL_REFERENCE = {
    .application_id = 0x54447366,
    .version = 2,
    .steps = reference_steps,
    .stand_ins = reference_stand_ins,
    .missing = FAULT_REFERENCE,
    .foreign = FAULT_REFERENCE,
    .newer = FAULT_REFERENCE,
    .damaged = FAULT_REFERENCE,
    .notadb = FAULT_REFERENCE,
};
