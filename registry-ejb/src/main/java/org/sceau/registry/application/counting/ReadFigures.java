package org.sceau.registry.application.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * The figures that anybody may read. Nobody signs in to ask, so they are kept: visas are counted anew when the public data are of another
 * generation or the legal day is another, dossiers once a legal day. While one thread counts the others wait for what it finds.
 *
 * <p>Of a scheme whose visas are never public nothing is counted at all.
 */
@ApplicationScoped
public class ReadFigures {
    private static final Set<DossierKind> EVALUATIONS = Arrays.stream(DossierKind.values())
            .filter(DossierKind::isEvaluation)
            .collect(Collectors.toSet());

    private final Catalogue catalogue;
    private final CountedMatters matters;
    private final Schemes schemes;
    private final LegalCalendar calendar;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Kept kept;

    /**
     * Figures, and what tells them from others.
     *
     * @param digest SHA-256 of their canonical text and of the editions that name what they count, lower-case hexadecimal: the same figures
     *               have the same on every node
     */
    public record Told(Figures figures, String digest) {}

    /**
     * The rules under which something was counted.
     *
     * @param listed      versions whose visas may be public
     * @param definitions SHA-256 of the definition of every version that is in use, in the order of their ids
     */
    private record Rules(Set<SchemeVersionId> listed, List<String> definitions) {}

    /** What the digest is made of. */
    private record Digested(Figures figures, List<String> definitions) {}

    private record Kept(long generation, Rules rules, Told told) {
        LocalDate day() {
            return told.figures().day();
        }
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadFigures() {
        this(null, null, null, null);
    }

    @Inject
    public ReadFigures(Catalogue catalogue, CountedMatters matters, Schemes schemes, LegalCalendar calendar) {
        this.catalogue = catalogue;
        this.matters = matters;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /** The figures of this legal day. */
    public Told today() {
        Kept known = fresh();
        if (known != null) {
            return known.told();
        }
        counting.lock();
        try {
            Kept counted = fresh();
            Kept now = counted == null ? count() : counted;
            kept = now;
            return now.told();
        } finally {
            counting.unlock();
        }
    }

    /** What is kept, where it still holds. */
    private @Nullable Kept fresh() {
        Kept known = kept;
        return known != null
                        && known.generation() == catalogue.generation()
                        && known.day().equals(calendar.today())
                        && known.rules().equals(rules())
                ? known
                : null;
    }

    private Kept count() {
        LocalDate day = calendar.today();
        // Asked before anything is counted: what comes in meanwhile is counted again.
        long generation = catalogue.generation();
        Rules rules = rules();
        Kept before = kept;
        DossierFigures dossiers =
                before != null && before.day().equals(day) && before.rules().equals(rules)
                        ? before.told().figures().dossiers()
                        : dossiers(lastQuarterBefore(day), rules.listed());
        Figures figures = new Figures(day, visas(day), dossiers);
        String digest = CanonicalRecord.digest(new Digested(figures, rules.definitions()));
        return new Kept(generation, rules, new Told(figures, digest));
    }

    private VisaFigures visas(LocalDate day) {
        VisaTally tally = new VisaTally(day);
        catalogue.forEachShown(day, tally::add);
        return new VisaFigures(schemes.publicFamilies().stream()
                .flatMap(family -> tally.of(family.id()).stream())
                .toList());
    }

    private DossierFigures dossiers(LocalDate through, Set<SchemeVersionId> listed) {
        StageDelays delays = new StageDelays(through, calendar);
        matters.forEachDossier(listed, EVALUATIONS, delays::add);
        return new DossierFigures(
                through,
                inOrder(listed)
                        .flatMap(scheme -> stages(scheme).flatMap(stage -> delays.told(scheme, stage).stream()))
                        .toList(),
                decisions(through, listed));
    }

    private List<DossierFigures.OfYear> decisions(LocalDate through, Set<SchemeVersionId> listed) {
        Set<FamilyId> families =
                schemes.publicFamilies().stream().map(Family::id).collect(Collectors.toSet());
        return matters.decisions(listed, families, calendar.startOf(through.plusDays(1)), calendar.zone()).stream()
                .filter(made -> SmallCounts.isTold(made.decisions()))
                .map(made -> new DossierFigures.OfYear(made.kind(), made.year(), made.decisions()))
                .sorted(Comparator.comparing(DossierFigures.OfYear::kind).thenComparing(DossierFigures.OfYear::year))
                .toList();
    }

    private Rules rules() {
        List<SchemeVersion> all = schemes.all();
        return new Rules(
                all.stream()
                        .filter(SchemeVersion::isListed)
                        .map(SchemeVersion::id)
                        .collect(Collectors.toSet()),
                all.stream().map(SchemeVersion::definition).toList());
    }

    /** The schemes of some versions, in the order of the catalogue. */
    private Stream<SchemeId> inOrder(Set<SchemeVersionId> listed) {
        return schemes.families().stream()
                .flatMap(family -> schemes.ofFamily(family.id()).stream())
                .map(SchemeVersion::id)
                .filter(listed::contains)
                .map(SchemeVersionId::scheme)
                .distinct();
    }

    /** Every stage that a version of the scheme has, in the order of the newest version that has it. */
    private Stream<String> stages(SchemeId scheme) {
        return new CountedNames(schemes)
                .versions(scheme).stream()
                        .map(SchemeVersion::conduct)
                        .flatMap(Optional::stream)
                        .map(Conduct::procedure)
                        .flatMap(procedure -> procedure.stages().stream().map(Stage::id))
                        .distinct();
    }

    /** The last day of the last quarter of a year that is over on a day. */
    static LocalDate lastQuarterBefore(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    }
}
