package org.sceau.registry.domain.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.VersionNames;
import org.sceau.registry.domain.visa.VisaFacts;

/** Whether a decision changes scopes, level and days in the direction that its name says, and grants no more than was asked. */
public final class Changes {
    /** The declared fact that asks for an approval for marked information. */
    private static final String AGREMENT = "agrement";

    private Changes() {}

    /** Why a grant goes beyond what was asked and evaluated; empty when it does not. */
    public static Optional<Refusal> granted(SchemeVersion scheme, Situation asked, DecisionContent content) {
        if (!asked.scopes().containsAll(content.scopes())) {
            Set<String> more = new TreeSet<>(content.scopes());
            more.removeAll(asked.scopes());
            return Optional.of(conflict("grant-beyond-application").with("scopes", String.join(", ", more)));
        }
        Optional<Agrement> beyond =
                content.agrement().filter(granted -> !words(asked, AGREMENT).contains(Coded.of(granted)));
        if (beyond.isPresent()) {
            return Optional.of(conflict("grant-beyond-application").with("agrement", Coded.of(beyond.get())));
        }
        Optional<Refusal> combination =
                content.scopes().isEmpty() ? Optional.empty() : combination(scheme, content.scopes());
        if (combination.isPresent() || content.level().isEmpty()) {
            return combination;
        }
        // A level that follows from what was declared is not edited apart from it (invariant 14); a chosen one may be
        // granted lower.
        boolean derived = scheme.conduct()
                .filter(conduct -> !conduct.levelRules().isEmpty())
                .isPresent();
        Optional<Level> wanted = content.level().flatMap(id -> granted(scheme, id));
        Optional<Level> most = asked.level().flatMap(id -> granted(scheme, id));
        boolean fits = wanted.isPresent()
                && most.filter(level -> level.equals(wanted.get()) || !derived && level.isAtLeast(wanted.get()))
                        .isPresent();
        return fits
                ? Optional.empty()
                : Optional.of(conflict(derived ? "level-not-derived" : "grant-beyond-application")
                        .with("level", content.level().get()));
    }

    /** Why a decision about a visa does not change it as its name says; empty when it does. */
    public static Optional<Refusal> changed(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        return switch (content.kind()) {
            case REDUCE_SCOPE ->
                visa.scopes().containsAll(content.scopes())
                                && (visa.scopes().size() > content.scopes().size() || losesFlag(content, visa.terms()))
                        ? combination(scheme, content.scopes())
                        : Optional.of(conflict("scope-not-reduced"));
            case EXTEND_SCOPE -> extending(scheme, content, visa);
            case DEGRADE_LEVEL -> lowered(scheme, content, visa);
            case PROLONG -> prolonged(scheme, content, visa);
            case MAINTAIN -> maintained(content, visa);
            case ADVISE -> advised(content, visa);
            case CORRECT -> corrected(scheme, content, visa);
            default -> Optional.empty();
        };
    }

    /** A maintenance adds versions: one the visa covers already would be marked as if nothing had been evaluated of it (invariant 36). */
    private static Optional<Refusal> maintained(DecisionContent content, VisaFacts visa) {
        Subject added = new Subject(visa.subject().kind(), visa.subject().name(), content.versions());
        Set<String> known = new TreeSet<>(added.versionNames());
        known.retainAll(visa.subject().versionNames());
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(conflict("version-known").with("versions", String.join(", ", known)));
    }

    /** An extension adds activities, raises the level or gives the flag of national security, and takes nothing away. */
    private static Optional<Refusal> extending(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        boolean more = visa.scopes().size() < content.scopes().size() || getsFlag(content, visa.terms());
        if (!content.scopes().containsAll(visa.scopes()) || !(more || raises(scheme, content, visa))) {
            return Optional.of(conflict("scope-not-extended"));
        }
        return notLower(scheme, content, visa).or(() -> combination(scheme, content.scopes()));
    }

    /** Whether a decision gives the flag of national security, apart from the level (invariant 66), to a visa of a family that knows it. */
    static boolean getsFlag(DecisionContent content, Terms now) {
        return content.nationalSecurity().orElse(false)
                && now.nationalSecurity().filter(has -> !has).isPresent();
    }

    /** Whether a decision takes it away. */
    static boolean losesFlag(DecisionContent content, Terms now) {
        return content.nationalSecurity().filter(given -> !given).isPresent()
                && now.nationalSecurity().orElse(false);
    }

    /** A visa has one level for all of its activities: at a lower one the decision would not grant the pairs that it makes. */
    private static Optional<Refusal> notLower(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        Optional<String> level = visa.level().flatMap(Claim::term);
        return content.level().isEmpty() || content.level().equals(level) || raises(scheme, content, visa)
                ? Optional.empty()
                : Optional.of(conflict("extension-level")
                        .with("level", content.level().get())
                        .with("has", level.orElse("")));
    }

    /** Whether the visa would have a higher level of the same scale; none is above or below "Sans objet" (invariant 67). */
    private static boolean raises(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        Optional<Level> now = visa.level().flatMap(Claim::term).flatMap(id -> granted(scheme, id));
        Optional<Level> then = content.level().flatMap(id -> granted(scheme, id));
        return now.isPresent()
                && then.isPresent()
                && then.get().isAtLeast(now.get())
                && !now.get().isAtLeast(then.get());
    }

    /**
     * Why an extension grants a pair of activity and level that was not asked for (invariant 40); empty when it does not. At a higher level
     * that is every activity of the visa, at the present one only those that are new.
     */
    public static Optional<Refusal> extended(
            SchemeVersion scheme,
            Set<String> askedScopes,
            Optional<String> askedLevel,
            DecisionContent content,
            VisaFacts visa) {
        Set<String> granted = new TreeSet<>(content.scopes());
        if (!raises(scheme, content, visa)) {
            granted.removeAll(visa.scopes());
        }
        granted.removeAll(askedScopes);
        if (!granted.isEmpty()) {
            return Optional.of(conflict("grant-beyond-application").with("scopes", String.join(", ", granted)));
        }
        Optional<Level> level =
                content.level().or(() -> visa.level().flatMap(Claim::term)).flatMap(id -> granted(scheme, id));
        return level.filter(then -> askedLevel
                        .flatMap(id -> granted(scheme, id))
                        .filter(wanted -> wanted.isAtLeast(then))
                        .isEmpty())
                .map(then -> conflict("grant-beyond-application").with("level", then.id()));
    }

    private static Optional<Refusal> lowered(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        Optional<Level> now = visa.level().flatMap(Claim::term).flatMap(id -> granted(scheme, id));
        Optional<Level> then = content.level().flatMap(id -> granted(scheme, id));
        boolean lower = now.isPresent()
                && then.isPresent()
                && now.get().isAtLeast(then.get())
                && !then.get().isAtLeast(now.get());
        return lower ? Optional.empty() : Optional.of(conflict("level-not-lower"));
    }

    /** A prolongation starts from its own day: no more than the maximum from there. */
    private static Optional<Refusal> prolonged(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        LocalDate last = content.lastDay().orElseThrow();
        if (visa.validity().lastDay().filter(former -> !last.isAfter(former)).isPresent()) {
            return Optional.of(conflict("end-not-later").with("until", last.toString()));
        }
        return scheme.validity()
                .latestLastDay(content.effective())
                .filter(last::isAfter)
                .map(latest -> conflict(scheme.validity().beyond())
                        .with("until", last.toString())
                        .with("latest", latest.toString()));
    }

    /** Whoever sets the level that is set by hand already, or leaves to the rule what the rule sets, changes nothing. */
    private static Optional<Refusal> advised(DecisionContent content, VisaFacts visa) {
        Optional<Recommendation> asked = content.advice().flatMap(Advice::level);
        return asked.equals(visa.recommendationOverride().map(RecommendationOverride::level))
                ? Optional.of(conflict("advice-changes-nothing")
                        .with(
                                "recommendation",
                                content.advice().orElse(Advice.BY_RULE).code()))
                : Optional.empty();
    }

    private static Optional<Refusal> corrected(SchemeVersion scheme, DecisionContent content, VisaFacts visa) {
        Optional<String> category = content.correction().flatMap(Correction::category);
        if (category.isPresent()
                && scheme.categories().stream().noneMatch(known -> known.id().equals(category.get()))) {
            return Optional.of(conflict("category-not-in-version").with("category", category.get()));
        }
        boolean named = scheme.conduct()
                .filter(conduct -> conduct.publication().versionExpressions())
                .isPresent();
        Optional<String> versions = content.correction().flatMap(Correction::versions);
        if (!named && versions.filter(VersionNames::isExpression).isPresent()) {
            return Optional.of(conflict("version-not-exact").with("versions", versions.get()));
        }
        // A visa that was maintained says the versions that joined it: a correction names no more than there are.
        int most =
                Math.max(1, visa.subject().versions().map(VersionNames::count).orElse(1));
        boolean single = scheme.conduct()
                .filter(conduct -> conduct.publication().isSingleVersion())
                .isPresent();
        if (single && versions.filter(text -> VersionNames.count(text) > most).isPresent()) {
            return Optional.of(conflict("version-not-single").with("versions", versions.get()));
        }
        Optional<Refusal> listing = content.correction()
                .flatMap(Correction::listed)
                .flatMap(listed -> listed ? neverListed(scheme) : alwaysListed(scheme));
        if (listing.isPresent()) {
            return listing;
        }
        boolean changes = content.correction()
                .filter(correction ->
                        !Effects.corrected(visa, scheme, correction).equals(visa))
                .isPresent();
        return changes ? Optional.empty() : Optional.of(conflict("correction-changes-nothing"));
    }

    /** No consent brings into the catalogue what its scheme never publishes. */
    private static Optional<Refusal> neverListed(SchemeVersion scheme) {
        return scheme.isListed()
                ? Optional.empty()
                : Optional.of(conflict("listing-not-in-scheme")
                        .with("scheme", scheme.id().toString()));
    }

    /**
     * Nobody takes back a consent that nobody asked for: EUCC certificates are always listed (catalogue p. 4), and what takes effect with its
     * list stays there with its history (eIDAS Art. 21(3), 22(1); invariants 53 and 55).
     */
    private static Optional<Refusal> alwaysListed(SchemeVersion scheme) {
        return scheme.isAlwaysPublic() || scheme.isEffectiveOnListing()
                ? Optional.of(conflict("listing-obligatory")
                        .with("scheme", scheme.id().toString()))
                : Optional.empty();
    }

    private static Optional<Refusal> combination(SchemeVersion scheme, Set<String> scopes) {
        Set<String> known = scheme.scopes().stream().map(Scope::id).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(scopes);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return Optional.of(
                    conflict("scope-not-in-version").with("scope", String.join(", ", new TreeSet<>(unknown))));
        }
        return scheme.brokenScopeRules(scopes).stream()
                .findFirst()
                .map(rule -> conflict(rule.code())
                        .with("scope", rule.scope())
                        .with("needs", String.join(", ", new TreeSet<>(rule.needs()))));
    }

    private static Optional<Level> granted(SchemeVersion scheme, String id) {
        return scheme.grantedLevels().stream()
                .filter(level -> level.id().equals(id))
                .findFirst();
    }

    private static Set<String> words(Situation asked, String fact) {
        return asked.fact(fact)
                .filter(FactValue.Words.class::isInstance)
                .map(value -> ((FactValue.Words) value).values())
                .orElse(Set.of());
    }

    private static Refusal conflict(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
