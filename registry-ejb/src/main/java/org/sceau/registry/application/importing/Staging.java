package org.sceau.registry.application.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.ledger.EntryRefused;
import org.sceau.registry.application.importing.StagedRow.Keys;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.importing.StagedRow.Remark;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaFacts;

/** Turns a row as read into a row as staged: canonical facts, keys to recognise it by, remarks. */
@ApplicationScoped
public class Staging {
    /** Room for the rest of a journal entry within its 16 KiB. */
    private static final int LARGEST_FACTS = 12 * 1024;

    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Staging() {
        this(null);
    }

    @Inject
    public Staging(Schemes schemes) {
        this.schemes = schemes;
    }

    StagedRow stage(ReadRow row) {
        if (row.facts().isEmpty()) {
            List<Remark> problems = row.problems().stream()
                    .map(problem -> new Remark("problem", problem.code(), problem.column(), problem.value()))
                    .toList();
            return refused(row, problems);
        }
        VisaFacts facts = published(row.facts().get());
        Optional<SchemeVersion> scheme = schemes.version(facts.scheme());
        if (scheme.isEmpty() || !scheme.get().family().equals(facts.family())) {
            return refused(row, "unknown-scheme", facts.scheme() + " / " + facts.family());
        }
        String canonical;
        try {
            canonical = VisaContent.text(facts);
        } catch (EntryRefused tooLarge) {
            return refused(row, "row-too-large", tooLarge.code());
        }
        if (canonical.getBytes(StandardCharsets.UTF_8).length > LARGEST_FACTS) {
            return refused(row, "row-too-large", Integer.toString(canonical.length()));
        }
        List<Remark> notices = new ArrayList<>();
        row.notices()
                .forEach(notice -> notices.add(new Remark("notice", notice.code(), notice.column(), notice.value())));
        return new StagedRow(
                row.number(),
                row.locator(),
                Outcome.READ,
                Optional.of(facts.family().value()),
                Optional.of(new Keys(
                        MatchingKeys.referenceKey(facts), MatchingKeys.subjectKey(facts), VisaContent.digest(facts))),
                Optional.of(canonical),
                notices,
                Optional.empty(),
                Optional.empty());
    }

    /** A scheme whose visas are always public asks no consent (EUCC Art. 42; invariant 62). */
    private VisaFacts published(VisaFacts facts) {
        boolean always = schemes.version(facts.scheme())
                .filter(SchemeVersion::isAlwaysPublic)
                .isPresent();
        return always && !facts.listed() ? facts.listedPublicly(true) : facts;
    }

    private static StagedRow refused(ReadRow row, String code, String value) {
        return refused(row, List.of(new Remark("problem", code, "-", RowProblem.cut(value))));
    }

    private static StagedRow refused(ReadRow row, List<Remark> problems) {
        return new StagedRow(
                row.number(),
                row.locator(),
                Outcome.REFUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                problems,
                Optional.empty(),
                Optional.empty());
    }
}
