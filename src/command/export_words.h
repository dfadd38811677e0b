/* export_words: a value of the lists as a spreadsheet shows it. CSV and JSON are for programs and keep the codes. */
#ifndef TIEPDON_EXPORT_WORDS_H
#define TIEPDON_EXPORT_WORDS_H

/* The Vietnamese word for a value of the column; the value itself where the column has no words, or not this one. */
const char *export_word(const char *column, const char *value);

#endif
