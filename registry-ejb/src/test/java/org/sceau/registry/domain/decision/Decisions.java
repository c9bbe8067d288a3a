package org.sceau.registry.domain.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Brume Télécom's router, EUCC-3090-2026-0003, in force from 15 Jan 2026 for five years, and decisions about it. */
final class Decisions {
    static final SchemeVersion EUCC =
            Story.SCHEMES.version(SchemeVersionId.of("eucc", "2025-12-29")).orElseThrow();
    static final VisaId VISA = new VisaId(UUID.fromString("00000000-0000-4000-8000-000000000003"));

    private Decisions() {}

    static VisaFacts router() {
        LocalDate first = LocalDate.parse("2026-01-15");
        return new VisaFacts(
                EUCC.id(),
                new FamilyId("common-criteria"),
                Reference.official("EUCC-3090-2026-0003", 2026),
                new Subject(SubjectKind.PRODUCT, "Brume BT-9", Optional.of("4.1.0")),
                Organisation.named("Brume Télécom"),
                Optional.empty(),
                List.of("Arvor Évaluation"),
                Optional.of(Claim.known("SUBSTANTIAL", "Substantiel")),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, Optional.of(first.plusYears(5))),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    /** The same for another version, under these conditions and reservations. */
    static DecisionContent under(DecisionContent content, Clause... clauses) {
        return new DecisionContent(
                content.kind(),
                content.dossier(),
                content.dossierVersion(),
                content.visa(),
                content.visaVersion(),
                content.effective(),
                content.lastDay(),
                content.reasons(),
                content.actions(),
                content.scopes(),
                content.level(),
                Optional.of("4.2.0"),
                content.nationalSecurity(),
                List.of(clauses));
    }

    static DecisionContent about(DecisionKind kind, String effective, Optional<String> lastDay) {
        return new DecisionContent(
                kind,
                Optional.empty(),
                0,
                Optional.of(VISA),
                1,
                LocalDate.parse(effective),
                lastDay.map(LocalDate::parse),
                Optional.of("Pas de réponse à la demande de correction."),
                Optional.of("Corriger, puis en rendre compte."),
                Set.of(),
                Optional.empty(),
                kind == DecisionKind.MAINTAIN ? Optional.of("4.1.1") : Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static DecisionRule rule(DecisionKind kind) {
        return EUCC.conduct().orElseThrow().decision(kind).orElseThrow();
    }

    static VisaFacts after(VisaFacts visa, DecisionContent content) {
        return Effects.on(visa, EUCC, rule(content.kind()), content, "d.ecider", content.effective());
    }
}
