package org.sceau.registry.web.visa;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Visas of nobody, for tests of what pages say. */
public final class FictionalVisas {
    /** Noon of 21 November 2026 in Paris. */
    public static final LegalCalendar CALENDAR = new LegalCalendar(
            Clock.fixed(Instant.parse("2026-11-21T11:00:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Paris"));

    public static final LocalDate TODAY = CALENDAR.today();

    private FictionalVisas() {}

    /** A provider whose printed level is given; absent when the source left it out. */
    public static Visa auditor(Optional<Claim> level, LocalDate lastDay, StatusChange... later) {
        LocalDate first = LocalDate.parse("2025-03-14");
        List<StatusChange> statuses = new java.util.ArrayList<>(List.of(StatusChange.inForce(first)));
        statuses.addAll(List.of(later));
        return visa(new VisaFacts(
                SchemeVersionId.of("passi", "2.2"),
                new FamilyId("passi"),
                Reference.decision("445", 2025),
                new Subject(SubjectKind.SERVICE, "Garance Audit", Optional.empty()),
                Organisation.named("Garance Audit"),
                Optional.empty(),
                List.of(),
                level,
                Set.of("PENETRATION_TEST"),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                new Validity(first, Optional.of(lastDay)),
                statuses,
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of("level-missing", "never-heard-of")));
    }

    /** A product with conditions, documents and words the scheme does not know. */
    public static Visa product() {
        LocalDate first = LocalDate.parse("2026-03-12");
        return visa(new VisaFacts(
                SchemeVersionId.of("cspn", "1.1"),
                new FamilyId("cspn"),
                Reference.official("DEMO-CSPN-2026/11", 2026),
                new Subject(SubjectKind.PRODUCT, "Relais Sénart", Optional.of("5.2")),
                new Organisation("Halcyon Cards", Optional.of("000000000")),
                Optional.of(Organisation.named("HALCYON CARDS SAS")),
                List.of("Arvor Évaluation"),
                Optional.empty(),
                Set.of(),
                Optional.of(Claim.unknown("Equipement s matériels")),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, Optional.of(LocalDate.parse("2029-03-12"))),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                true,
                List.of(
                        Clause.printed("Une condition."),
                        new Clause(Clause.Kind.RESERVATION, "Une réserve.", Optional.of("A reservation."))),
                List.of(new VisaDocument(
                        DocumentKind.CERTIFICATE,
                        URI.create("https://documents.registre.example/c.pdf"),
                        Optional.of("ab".repeat(32)))),
                List.of(),
                Optional.empty(),
                Set.of()));
    }

    static Visa visa(VisaFacts facts) {
        return new Visa(
                new VisaId(new UUID(0, 1)),
                Slug.of(facts.reference(), facts.family().value()),
                2,
                facts,
                new Provenance("demo", Optional.of(LocalDate.parse("2026-11-20")), "p. 44, #7"),
                Instant.parse("2026-11-20T15:40:00Z"),
                41_877);
    }
}
