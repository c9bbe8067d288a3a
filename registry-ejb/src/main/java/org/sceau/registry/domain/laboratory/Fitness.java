package org.sceau.registry.domain.laboratory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Whether laboratories hold one title that a scheme asks for, covering what a dossier asks of it on a day. */
record Fitness(Competence competence, Demand demand) {

    /** Why one laboratory does not hold it; empty when it does. */
    Optional<Refusal> unfit(Laboratory laboratory) {
        List<Title> own = titles(laboratory);
        // One title must cover all of it: two narrow ones do not make a wide one.
        List<Title> covering =
                own.stream().filter(title -> lacking(title).isEmpty()).toList();
        List<Optional<Refusal>> left =
                covering.stream().filter(this::isInForce).map(this::restricted).toList();
        if (left.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        // A title that would do but for its days or its restriction is what to mend; narrower ones beside it are not
        // the reason.
        return left.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> fallen(covering))
                .or(() -> own.stream().filter(this::isInForce).findFirst().flatMap(this::lacking))
                .or(() -> fallen(own))
                .or(() -> Optional.of(refusal("lab-" + kind() + "-missing")));
    }

    /**
     * Why laboratories do not cover all activities that they may share; empty when they do. Each activity needs one of them whose title,
     * in force that day, covers it together with all else that is asked: a level that covers another activity does not count for this one.
     */
    Optional<Refusal> uncovered(Collection<Laboratory> together) {
        TreeSet<String> missing = new TreeSet<>(competence.activities().keySet());
        together.stream()
                .flatMap(laboratory -> titles(laboratory).stream())
                .filter(this::isInForce)
                .filter(title -> outdated(title).isEmpty())
                .map(title -> title.coverageOn(demand.day()))
                .filter(coverage -> gap(coverage).isEmpty())
                .forEach(coverage -> missing.removeAll(coverage.scopes()));
        return outside(missing, "lab-scope-activity");
    }

    /** What the restrictions of that day take away of what is asked; empty when nothing. */
    private Optional<Refusal> restricted(Title title) {
        return gap(title.coverageOn(demand.day()))
                .map(gap -> gap.with(
                        "restricted-from",
                        title.restrictionsOn(demand.day())
                                .map(restriction -> restriction.from().toString())
                                .findFirst()
                                .orElse("-")));
    }

    private List<Title> titles(Laboratory laboratory) {
        return laboratory.titles().stream()
                .filter(title ->
                        title.kind() == competence.title() && title.schemes().contains(demand.scheme()))
                .toList();
    }

    private String kind() {
        return competence.title().name().toLowerCase(Locale.ROOT);
    }

    private boolean isInForce(Title title) {
        return title.standingOn(demand.day()) == Title.Standing.IN_FORCE;
    }

    /** What became of the last of these titles that has begun. */
    private Optional<Refusal> fallen(List<Title> titles) {
        return titles.stream()
                .filter(title -> title.standingOn(demand.day()) != Title.Standing.NOT_YET)
                .max(Comparator.comparing(Title::lastDay))
                .map(last -> last.standingOn(demand.day()) == Title.Standing.SUSPENDED
                        ? refusal("lab-" + kind() + "-suspended")
                        : refusal("lab-" + kind() + "-expired")
                                .with("until", last.lastDay().toString()));
    }

    /** What a title lacks whatever its days: what it should cover, or criteria that were in use when it was issued. */
    private Optional<Refusal> lacking(Title title) {
        return gap(title.coverage()).or(() -> outdated(title));
    }

    private Optional<Refusal> outdated(Title title) {
        return competence.admits(title.firstDay(), title.criteria())
                ? Optional.empty()
                : Optional.of(refusal("lab-criteria")
                        .with("title", title.reference())
                        .with("asked", String.join(", ", competence.criteriaOn(title.firstDay())))
                        .with("recorded", title.criteria().orElse("-")));
    }

    private Optional<Refusal> gap(Coverage has) {
        for (Competence.Coverage part : competence.covers()) {
            Optional<Refusal> gap = gap(part, has);
            if (gap.isPresent()) {
                return gap;
            }
        }
        Set<String> shared = competence.activities().keySet();
        return shared.isEmpty() || shared.stream().anyMatch(has.scopes()::contains)
                ? Optional.empty()
                : outside(new TreeSet<>(shared), "lab-scope-activity");
    }

    private Optional<Refusal> gap(Competence.Coverage part, Coverage has) {
        return switch (part) {
            case VAN -> {
                int covered = has.highestVan().orElse(0);
                yield demand.van().isPresent() && covered < demand.van().getAsInt()
                        ? Optional.of(refusal("lab-scope-van")
                                .with("asked", Integer.toString(demand.van().getAsInt()))
                                .with("covered", Integer.toString(covered)))
                        : Optional.empty();
            }
            case TECHNICAL_DOMAIN ->
                demand.technicalDomain()
                        .filter(asked -> !has.technicalDomains().contains(asked))
                        .map(asked -> refusal("lab-scope-domain").with("asked", asked));
            case PROTECTION_PROFILES ->
                missing(demand.protectionProfiles(), has.protectionProfiles(), "lab-scope-profile");
            case CATEGORY ->
                demand.category()
                        .filter(asked -> !has.categories().contains(asked))
                        .map(asked -> refusal("lab-scope-category").with("asked", asked));
            case SCOPES -> missing(demand.scopes(), has.scopes(), "lab-scope-activity");
            case LEVEL ->
                demand.level()
                        .filter(asked -> !has.levels().contains(asked))
                        .map(asked -> refusal("lab-scope-level").with("asked", asked));
            case NATIONAL_SECURITY ->
                demand.purposes().contains(Coverage.Purpose.NATIONAL_SECURITY)
                                && !has.purposes().contains(Coverage.Purpose.NATIONAL_SECURITY)
                        ? Optional.of(refusal("lab-scope-national-security"))
                        : Optional.empty();
        };
    }

    private static Optional<Refusal> missing(Set<String> asked, Set<String> covered, String code) {
        TreeSet<String> missing = new TreeSet<>(asked);
        missing.removeAll(covered);
        return outside(missing, code);
    }

    private static Optional<Refusal> outside(TreeSet<String> asked, String code) {
        return asked.isEmpty() ? Optional.empty() : Optional.of(refusal(code).with("asked", String.join(", ", asked)));
    }

    private static Refusal refusal(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
