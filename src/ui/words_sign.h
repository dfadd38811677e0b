/* words_sign: the texts of signing in, for words.h. */
#ifndef TIEPDON_WORDS_SIGN_H
#define TIEPDON_WORDS_SIGN_H

#define WORD_SIGN(X)                                                                                         \
    X(SIGN_IN, "Ai làm việc ở quầy này?", "Who works at this counter?")                                      \
    X(SIGN_LOCKED, "Quầy đang khóa: %s", "The counter is locked: %s")                                        \
    X(SIGN_KEPT, "Việc đang làm dở được giữ nguyên, gõ mã PIN để làm tiếp. Người khác vào thay: Tab.",       \
      "What was open is kept: type the PIN to go on. Somebody else takes over: Tab.")                        \
    X(SIGN_NAME, "Tên đăng nhập", "Sign-in name")                                                            \
    X(SIGN_PIN, "Mã PIN", "PIN")                                                                             \
    X(SIGN_WAIT, "Chờ %d giây nữa rồi gõ lại mã PIN.", "Wait %d more seconds, then type the PIN again.")     \
    X(SIGN_HELP, "Chưa có tên, hoặc quên mã PIN: nhờ trưởng quầy hoặc kỹ thuật đặt lại.",                    \
      "No name yet, or the PIN forgotten: the head clerk or IT sets it anew.")

#endif
