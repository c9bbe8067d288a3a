package org.sceau.registry.application.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * The public catalogue as it was known at an instant. Answered by the record itself, since the index knows the newest versions only. What is
 * not public today is not public in its past either.
 */
@ApplicationScoped
public class PastCatalogue {
    private final Visas visas;
    private final IssueMarks issues;
    private final PublicFace face;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PastCatalogue() {
        this(null, null, null, null);
    }

    @Inject
    public PastCatalogue(Visas visas, IssueMarks issues, PublicFace face, LegalCalendar calendar) {
        this.visas = visas;
        this.issues = issues;
        this.face = face;
        this.calendar = calendar;
    }

    /**
     * Part of a list.
     *
     * @param next go on behind this visa; empty at the end
     */
    public record Part(List<Visa> visas, Optional<VisaId> next) {
        public Part {
            visas = List.copyOf(visas);
        }
    }

    /** The visa at a permanent address as it was known then; empty when it was not known, was not public, or is not public now. */
    public Optional<Visa> find(Slug slug, Instant knownAt) {
        return visas.find(slug)
                .filter(PastCatalogue::isPublic)
                .flatMap(now -> visas.find(now.id(), knownAt))
                .flatMap(new Then(knownAt)::face);
    }

    /**
     * Visas as they were known then, by id. A part may be shorter than asked before the end: only {@code next} tells the end.
     *
     * @param family only those of this family, or all
     * @param most   1 to 1,000
     */
    public Part list(Instant knownAt, Optional<FamilyId> family, Optional<VisaId> after, int most) {
        List<Visa> found = visas.knownAt(knownAt, family, after, most);
        Optional<VisaId> next = found.size() < most
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).id());
        Then then = new Then(knownAt);
        return new Part(found.stream().map(then::face).flatMap(Optional::stream).toList(), next);
    }

    /** What the public saw at an instant. Asks for the newest issue of a family once. */
    private final class Then {
        private final Instant knownAt;
        private final Map<FamilyId, Optional<IssueMarks.Mark>> newest = new HashMap<>();

        Then(Instant knownAt) {
            this.knownAt = knownAt;
        }

        Optional<Visa> face(Visa visa) {
            Optional<IssueMarks.Mark> issue = face.waits(visa)
                    ? newest.computeIfAbsent(visa.facts().family(), family -> issues.newest(family, knownAt))
                    : Optional.empty();
            return face.of(visa, issue, calendar.dayOf(knownAt));
        }
    }

    private static boolean isPublic(Visa visa) {
        return visa.facts().listed();
    }
}
