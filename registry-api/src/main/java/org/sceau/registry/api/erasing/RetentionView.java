package org.sceau.registry.api.erasing;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.erasing.EraseMatter;
import org.sceau.registry.application.erasing.Erasures;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.retention.Retention;

/**
 * Until when a dossier is kept.
 *
 * @param state           open, running or over
 * @param until           last day on which nothing may be erased; absent while open
 * @param basis           visa, or dossier when it led to none
 * @param period          ISO 8601, from the end of the basis
 * @param chainSuccessors whether the end of a successor by same-scope reissue counts too
 * @param source          clause that sets the rule
 * @param verified        false when that source was not read
 * @param erasure         a request that waits for its approval
 */
@Schema(name = "Retention")
public record RetentionView(
        String dossier,
        String number,
        String state,
        @Nullable String until,
        String basis,
        String period,
        boolean chainSuccessors,
        String source,
        boolean verified,
        @Nullable Request erasure) {

    /**
     * @param by applicant or administrator
     * @param on legal day
     */
    @Schema(name = "ErasureRequest")
    public record Request(String by, String on) {
        static Request of(Erasures.Asked asked) {
            return new Request(
                    asked.applicant() ? "applicant" : "administrator",
                    asked.day().toString());
        }
    }

    static RetentionView of(EraseMatter.Kept kept) {
        Retention retention = kept.retention();
        return new RetentionView(
                kept.dossier().id().toString(),
                kept.dossier().opening().number(),
                state(kept),
                retention.until().map(LocalDate::toString).orElse(null),
                Coded.of(retention.basis()),
                retention.rule().period().toString(),
                retention.rule().chainSuccessors(),
                retention.rule().source(),
                retention.rule().verified(),
                kept.asked().map(Request::of).orElse(null));
    }

    private static String state(EraseMatter.Kept kept) {
        if (kept.retention().refusal(kept.day()).isEmpty()) {
            return "over";
        }
        Optional<LocalDate> until = kept.retention().until();
        return until.isPresent() ? "running" : "open";
    }
}
