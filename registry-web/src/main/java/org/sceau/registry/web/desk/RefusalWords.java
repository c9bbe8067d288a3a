package org.sceau.registry.web.desk;

import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.domain.refusal.Refusal;

/** A refusal as a screen says it: what happened, what would make it possible, and the code to quote. */
public record RefusalWords(String title, String remedy, String code) {

    /** Whether showing a second factor again makes it possible. */
    public boolean asksFactor() {
        return code.equals("step-up-needed");
    }

    public static RefusalWords of(String code, ProblemTexts texts) {
        return new RefusalWords(texts.title(code), texts.remedy(code), code);
    }

    public static RefusalWords of(Refusal refusal, ProblemTexts texts) {
        return of(refusal.code(), texts);
    }
}
