package org.sceau.registry.domain.dossier.handling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Demand;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;

/** What a dossier demands of its laboratories on a day. */
final class Demands {
    private Demands() {}

    static Demand of(Dossier dossier, Conduct conduct, Situation situation, LocalDate day) {
        return new Demand(
                day,
                dossier.opening().scheme().scheme(),
                conduct.competences().stream()
                        .filter(competence -> competence
                                .when()
                                .map(when -> when.holds(situation))
                                .orElse(true))
                        .toList(),
                van(situation),
                domain(situation),
                words(situation, "protection-profiles"),
                dossier.application().category(),
                situation.scopes(),
                situation.level(),
                dossier.application().nationalSecurity() ? Set.of(Coverage.Purpose.NATIONAL_SECURITY) : Set.of());
    }

    /** Why a laboratory lacks a visa that the scheme wants of whoever evaluates, on the day of the situation; empty when it does not. */
    static Optional<Refusal> unqualified(
            Laboratory laboratory, Conduct conduct, Situation situation, Surroundings surroundings) {
        OrganisationKey evaluator = laboratory.organisation().key();
        return conduct.evaluatorVisas().stream()
                .filter(row -> row.when().map(when -> when.holds(situation)).orElse(true))
                .filter(row -> !surroundings.holdsVisa(
                        evaluator,
                        row.families().stream().map(FamilyId::new).collect(Collectors.toSet()),
                        situation.day()))
                .findFirst()
                .map(row -> Refusal.of("lab-visa-missing", Refusal.Kind.CONFLICT)
                        .with("family", String.join(", ", row.families()))
                        .with("laboratory", laboratory.organisation().name()));
    }

    /** The AVA_VAN component asked for. */
    static OptionalInt van(Situation situation) {
        return situation
                .fact("van")
                .filter(FactValue.Whole.class::isInstance)
                .map(value -> OptionalInt.of((int) ((FactValue.Whole) value).value()))
                .orElse(OptionalInt.empty());
    }

    /** The technical domain asked for. */
    static Optional<String> domain(Situation situation) {
        return words(situation, "technical-domain").stream().findFirst();
    }

    private static Set<String> words(Situation situation, String fact) {
        return situation
                .fact(fact)
                .filter(FactValue.Words.class::isInstance)
                .map(value -> ((FactValue.Words) value).values())
                .orElse(Set.of());
    }
}
