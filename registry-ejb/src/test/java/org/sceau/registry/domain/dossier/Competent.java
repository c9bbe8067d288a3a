package org.sceau.registry.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactValue;

/**
 * Whether a laboratory may evaluate what an application asks for, read from the scheme's rows, the application and the titles alone: the
 * expectation of invariants 1 and 2, which goes another way than the registry does.
 */
record Competent(SchemeVersion scheme, Application asked, LocalDate day) {

    /** Each title that is needed is there, in force that day, and one title of the kind covers everything. */
    boolean is(Laboratory laboratory) {
        return scheme.conduct().orElseThrow().competences().stream()
                .filter(this::isNeeded)
                .allMatch(row -> laboratory.titles().stream().anyMatch(title -> suffices(title, row)));
    }

    /** Each of them is, and together they cover all activities that laboratories may share. */
    boolean are(List<Laboratory> together) {
        return together.stream().allMatch(this::is)
                && (together.isEmpty()
                        || scheme.conduct().orElseThrow().competences().stream()
                                .filter(this::isNeeded)
                                .allMatch(row -> row.activities().keySet().stream()
                                        .allMatch(activity -> together.stream()
                                                .flatMap(laboratory -> laboratory.titles().stream())
                                                .filter(title -> suffices(title, row))
                                                .anyMatch(title -> title.coverage()
                                                        .scopes()
                                                        .contains(activity)))));
    }

    private boolean isNeeded(Competence row) {
        if (row.when().isEmpty()) {
            return true;
        }
        if (row.when().get() instanceof Condition.Number number) {
            return number.most().isEmpty()
                    && whole(number.fact()) >= number.least().orElseThrow();
        }
        if (row.when().get() instanceof Condition.Word word) {
            return words(word.fact()).stream().anyMatch(word.oneOf()::contains);
        }
        if (row.when().get() instanceof Condition.Level level) {
            return level.oneOf().contains(level());
        }
        throw new IllegalStateException("read " + row.when().get() + " here before a scheme asks so for a title");
    }

    private boolean suffices(Title title, Competence row) {
        return title.kind() == row.title()
                && title.schemes().contains(scheme.id().scheme())
                && !day.isBefore(title.firstDay())
                && !day.isAfter(title.lastDay())
                && title.suspensions().stream()
                        .noneMatch(pause -> !day.isBefore(pause.from())
                                && !pause.until().orElse(LocalDate.MAX).isBefore(day))
                && (row.criteria().isEmpty()
                        || row.criteria().stream()
                                .anyMatch(one -> one.version()
                                                .equals(title.criteria()
                                                        .orElse(row.criteria()
                                                                .get(0)
                                                                .version()))
                                        && !title.firstDay()
                                                .isAfter(one.issuedUntil().orElse(LocalDate.MAX))))
                && (row.activities().isEmpty()
                        || row.activities().keySet().stream()
                                .anyMatch(title.coverage().scopes()::contains))
                && row.covers().stream().allMatch(part -> covers(title.coverage(), part));
    }

    private boolean covers(Coverage has, Competence.Coverage part) {
        return switch (part) {
            case VAN -> whole("van") <= has.highestVan().orElse(0);
            case TECHNICAL_DOMAIN -> has.technicalDomains().containsAll(words("technical-domain"));
            case PROTECTION_PROFILES -> has.protectionProfiles().containsAll(words("protection-profiles"));
            case CATEGORY ->
                has.categories().containsAll(asked.category().stream().toList());
            case SCOPES -> has.scopes().containsAll(asked.scopes());
            case NATIONAL_SECURITY ->
                !asked.nationalSecurity() || has.purposes().contains(Coverage.Purpose.NATIONAL_SECURITY);
            case LEVEL -> asked.level().isEmpty() || has.levels().contains(level());
        };
    }

    /** The level that was asked for; one that follows from what is declared is asked of no title. */
    private String level() {
        if (!scheme.conduct().orElseThrow().levelRules().isEmpty()) {
            throw new IllegalStateException("derive the level here before a scheme asks it of a title");
        }
        return asked.level().orElse("");
    }

    private long whole(String fact) {
        return asked.facts().get(fact) instanceof FactValue.Whole whole ? whole.value() : -1;
    }

    private Set<String> words(String fact) {
        return Optional.ofNullable(asked.facts().get(fact))
                .filter(FactValue.Words.class::isInstance)
                .map(value -> ((FactValue.Words) value).values())
                .orElse(Set.of());
    }
}
