package org.sceau.it.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** A grant that is in order until a test doctors it: what a walk would have seen if the registry had done so. */
final class DoctoredTurn {
    static final LocalDate DAY = LocalDate.parse("2026-09-01");
    private static final Instant AT = Instant.parse("2026-09-01T10:00:00Z");

    String scheme = "eucc";
    String version = "2025-12-29";
    DecisionKind kind = DecisionKind.GRANT;
    LocalDate day = DAY;
    LocalDate openedOn = DAY.minusYears(2);
    DossierKind dossierKind = DossierKind.INITIAL;
    Optional<LocalDate> lastDay = Optional.of(DAY.plusYears(4));
    Optional<LocalDate> contentLastDay = Optional.empty();
    Optional<String> reasons = Optional.of("Motifs.");
    Optional<String> actions = Optional.of("Corriger.");
    Optional<String> level = Optional.of("HIGH");
    Optional<String> askedLevel = Optional.empty();
    Set<String> scopes = Set.of();
    Set<String> askedScopes = Set.of();
    Optional<String> versions = Optional.of("4.1.0");
    Optional<String> askedVersions = Optional.of("4.1.0");
    Optional<Boolean> nationalSecurity = Optional.empty();
    Optional<Boolean> decidedNationalSecurity = Optional.empty();
    Optional<RecommendationOverride> advice = Optional.empty();
    boolean listed = true;
    boolean consented = true;
    Optional<Correction> correction = Optional.empty();
    String reference = "EUCC-9990-2026-0001";
    List<StatusChange> statuses = new ArrayList<>(List.of(StatusChange.inForce(DAY)));
    VisaStatus atEnd = VisaStatus.EXPIRED;
    Set<Relation> relations = new TreeSet<>();
    Optional<Visa> former = Optional.empty();
    Optional<Visa> formerNow = Optional.empty();
    boolean withVisa = true;
    VisaId id = new VisaId(new UUID(7, 1));
    Instant recordedAt = AT;
    List<String> papers = List.of("COMMITMENTS");
    List<Approval> approvals = List.of();
    List<LaboratoryId> laboratories = List.of(new LaboratoryId(new UUID(8, 1)));
    List<History.Involvement> involved = new ArrayList<>();
    Actor proposer = new Actor("d.un", "Autorité de démonstration", Set.of(Role.DECIDER));
    Actor approver = new Actor("d.deux", "Autorité de démonstration", Set.of(Role.DECIDER));
    final Map<String, FactValue> facts = new TreeMap<>(Map.of("van", new FactValue.Whole(5)));

    /** The visa as it is now. */
    Visa visa() {
        return new Visa(
                id,
                new Slug("visa-1"),
                former.isPresent() ? 2 : 1,
                facts(),
                new Provenance("walk", Optional.empty(), "1"),
                recordedAt,
                9);
    }

    /** From here on a decision about this visa. */
    DoctoredTurn about(DecisionKind next) {
        former = Optional.of(visa());
        kind = next;
        if (next.effect() == DecisionKind.Effect.SAME_VISA) {
            formerNow = Optional.empty();
        }
        return this;
    }

    /** Another visa now, which replaces the one there was. */
    DoctoredTurn replacing(DecisionKind next, int number) {
        about(next);
        formerNow = former;
        relations = Set.of(new Relation(Relation.Kind.REPLACES, id));
        id = new VisaId(new UUID(7, number));
        reference = "EUCC-9990-2026-000" + number;
        return this;
    }

    private VisaFacts facts() {
        return new VisaFacts(
                SchemeVersionId.of(scheme, version),
                new FamilyId("common-criteria"),
                Reference.official(reference, 2026),
                statuses.get(0).since(),
                new Terms(
                        new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", versions),
                        Organisation.named("Halcyon Cards"),
                        Optional.empty(),
                        level.map(term -> Claim.known(term, term)),
                        scopes,
                        nationalSecurity,
                        Optional.empty(),
                        lastDay,
                        advice,
                        List.of()),
                List.of(),
                statuses,
                listed,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                relations,
                Set.of());
    }

    Turn turn() {
        boolean changes = kind.effect() == DecisionKind.Effect.SAME_VISA;
        Optional<Visa> visa = withVisa ? Optional.of(visa()) : Optional.empty();
        return new Turn(
                scheme,
                version,
                content(),
                proposer,
                approver,
                day,
                Optional.of(dossier()),
                former,
                changes ? visa : formerNow,
                visa,
                atEnd);
    }

    private DecisionContent content() {
        return new DecisionContent(
                kind,
                Optional.of(new DossierId(new UUID(1, 2))),
                7,
                former.map(Visa::id),
                former.map(Visa::version).orElse(0L),
                day,
                contentLastDay,
                reasons,
                actions,
                scopes,
                level,
                versions,
                decidedNationalSecurity,
                List.of(),
                correction,
                kind == DecisionKind.ADVISE ? Optional.of(Advice.BY_RULE) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    Dossier dossier() {
        Person vendor = new Person("h.carde", "Halcyon Cards", Role.SPONSOR);
        return new Dossier(
                new DossierId(new UUID(1, 2)),
                new Opening(
                        "D-2026-014",
                        SchemeVersionId.of(scheme, version),
                        "0".repeat(64),
                        dossierKind,
                        dossierKind.isFollowUp() ? Optional.of(new VisaId(new UUID(7, 1))) : Optional.empty(),
                        vendor,
                        AT,
                        openedOn),
                new Application(
                        new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", askedVersions),
                        askedLevel,
                        askedScopes,
                        Optional.empty(),
                        nationalSecurity.orElse(false) && decidedNationalSecurity.isPresent(),
                        facts,
                        Set.of(),
                        consented),
                new Parties(
                        Organisation.named("Halcyon Cards"),
                        Optional.empty(),
                        Organisation.named("Halcyon Cards"),
                        List.of()),
                laboratories,
                List.of(),
                List.of(),
                new History(
                        List.of(new StageEntry("draft", "open", Optional.of(vendor), AT, openedOn, Optional.empty())),
                        papers.stream()
                                .map(type -> new Deposit(
                                        new UUID(3, 4),
                                        type,
                                        type,
                                        "fr",
                                        Optional.empty(),
                                        List.of(),
                                        "a".repeat(64),
                                        10,
                                        vendor,
                                        AT))
                                .toList(),
                        List.of(),
                        approvals,
                        List.of(),
                        involved,
                        List.of()),
                7);
    }
}
