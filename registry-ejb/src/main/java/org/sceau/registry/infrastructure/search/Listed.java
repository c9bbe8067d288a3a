package org.sceau.registry.infrastructure.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.searching.IssueMarks;
import org.sceau.registry.application.searching.PublicFace;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Visa;

/** What is to be seen of visas that wait for their list (invariant 55): one mark for each of their families, kept with the index. */
final class Listed {
    private static final IssueMarks.Mark NOTHING = new IssueMarks.Mark(-1, LocalDate.EPOCH);

    private final Visas visas;
    private final Schemes schemes;
    private final IssueMarks issues;
    private final PublicFace face;
    private final LegalCalendar calendar;

    Listed(Visas visas, Schemes schemes, IssueMarks issues, PublicFace face, LegalCalendar calendar) {
        this.visas = visas;
        this.schemes = schemes;
        this.issues = issues;
        this.face = face;
        this.calendar = calendar;
    }

    /** The marks at an outbox position. */
    Map<FamilyId, IssueMarks.Mark> at(long position) {
        Map<FamilyId, IssueMarks.Mark> marks = new HashMap<>();
        for (Family family : schemes.publicFamilies()) {
            newest(family.id(), position).ifPresent(mark -> marks.put(family.id(), mark));
        }
        return Map.copyOf(marks);
    }

    private Optional<IssueMarks.Mark> newest(FamilyId family, long position) {
        return schemes.isEffectiveOnListing(family) ? issues.newest(family, position) : Optional.empty();
    }

    /**
     * A list was issued: moves the mark of its family, and hands over what the list before did not hold.
     *
     * @param subject as journalled, {@code list:} and the family
     */
    void issued(String subject, long position, Map<FamilyId, IssueMarks.Mark> marks, Consumer<Visa> changed) {
        FamilyId family = new FamilyId(subject.substring("list:".length()));
        newest(family, position).ifPresent(mark -> {
            IssueMarks.Mark before =
                    Optional.ofNullable(marks.put(family, mark)).orElse(NOTHING);
            visas.forEachBeyond(family, before.position(), before.day(), changed);
        });
    }

    /** The version of a visa that is to be seen; empty when none is. */
    Optional<Visa> shown(Visa newest, Map<FamilyId, IssueMarks.Mark> marks) {
        return face.of(newest, Optional.ofNullable(marks.get(newest.facts().family())), calendar.today());
    }
}
