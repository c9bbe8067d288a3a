package org.sceau.it.access;

import java.util.Arrays;

/** How somebody is answered, in the one letter that a cell of the matrix says it by. */
enum Letter {
    /** Comes as far as the act, whatever the act then says of what was sent. */
    LET_IN('+', ""),
    ANONYMOUS('a', "401 sign-in-needed"),
    /** A token that is none, or none any more, opens nothing, not even what is public. */
    TOKEN_REFUSED('x', "401 token-refused"),
    ROLE_MISSING('r', "403 role-missing"),
    /** The token was made for other acts. */
    TOKEN_SCOPE_MISSING('t', "403 token-scope-missing"),
    /** It is told that there is no such thing: in these words and bytes also where there is. */
    NOT_THERE('n', ""),
    /** Sees what it belongs to, and is told that this part of it is not there. */
    KEPT_APART('k', "404 compartment-unknown"),
    /** Holds the role, and showed no second factor just before. */
    FACTOR_MISSING('f', "403 step-up-needed"),
    /** Nothing that the row foresees. Stands in no expectation. */
    UNFORESEEN('!', "");

    private final char letter;
    private final String answer;

    Letter(char letter, String answer) {
        this.letter = letter;
        this.answer = answer;
    }

    char letter() {
        return letter;
    }

    boolean isRefusal() {
        return this != LET_IN;
    }

    static Letter of(char letter) {
        return Arrays.stream(values())
                .filter(known -> known.letter == letter && known != UNFORESEEN)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such letter: " + letter));
    }

    /** What an answer is in a row. @param answer a status with the code of the problem */
    static Letter of(String answer, Matrix.Row row) {
        if (row.letIn().contains(answer)) {
            return LET_IN;
        }
        if (row.notThere().contains(answer)) {
            return NOT_THERE;
        }
        return Arrays.stream(values())
                .filter(known -> known.answer.equals(answer))
                .findFirst()
                .orElse(UNFORESEEN);
    }
}
