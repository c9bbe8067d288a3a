package org.sceau.registry.application.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.decision.Changes;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Limits;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Involved;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.publication.ReportSections;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What a decision is about, at the moment of an act.
 *
 * @param rule    the row of the decision, as it stands for that visa
 * @param dossier the dossier it ends, looked at on the day from which the decision holds
 * @param origin  the dossier that led to the visa, for duties that are kept apart and for who was involved
 * @param grant   the dossier that granted the visa, where that is another one
 * @param visa    the visa it is about
 * @param complaint whether the actor ever handled a complaint about the visa
 * @param facility whether the actor's organisation is on record as an evaluation facility
 * @param invalid the number of an open record about a vulnerability of that visa, or of the one its dossier is about, that is neither
 *     residual nor remediable
 * @param remedy  the remedy whose failure is its ground
 * @param today   the legal day of the act
 * @param atEnd   what the scheme makes of a visa past its last day
 * @param next    the version that dossiers open under today instead, where the scheme version was replaced
 * @param issuer  who certifies here
 * @param revisions position of the newest entry about an edition of a definition, where it was looked at
 */
record Matter(
        SchemeVersion scheme,
        DecisionRule rule,
        DecisionContent content,
        Optional<Handling> dossier,
        Optional<Handling> origin,
        Optional<Handling> grant,
        Optional<Visa> visa,
        boolean complaint,
        boolean facility,
        Optional<Invalid> invalid,
        Optional<Remedy> remedy,
        LocalDate today,
        VisaStatus atEnd,
        Optional<SchemeVersionId> next,
        Certificate.Issuer issuer,
        Optional<Long> revisions) {
    /**
     * A visa that a vulnerability invalidates, under the rules of its own scheme.
     *
     * @param judges accounts that judged it, or another one that leaves the visa nothing but its end
     */
    record Invalid(String vulnerability, Set<String> judges, Conduct conduct, VisaStatus today) {

        /** Whether an account judged what a decision of this kind follows from: as far as the scheme has the visa end by it. */
        boolean isJudgedBy(String name, DecisionKind kind) {
            return judges.contains(name)
                    && kind.effect() != DecisionKind.Effect.NONE
                    && conduct.vulnerabilities().isPresent()
                    && Limits.isToBeEnded(conduct, today);
        }
    }

    /** The same at the instant of the act, on the same legal day. */
    Matter at(Instant now) {
        return new Matter(
                scheme,
                rule,
                content,
                dossier.map(look -> look.at(now)),
                origin.map(look -> look.at(now)),
                grant.map(look -> look.at(now)),
                visa,
                complaint,
                facility,
                invalid,
                remedy,
                today,
                atEnd,
                next,
                issuer,
                revisions);
    }

    /** Whether a visa is concerned: which dossiers led to it is searched, not found by an id. */
    boolean isAboutVisa() {
        return visa.isPresent()
                || dossier.filter(look -> look.dossier().opening().about().isPresent())
                        .isPresent();
    }

    /** The dossiers that were looked at. */
    Stream<Handling> looks() {
        return Stream.of(dossier, origin, grant).flatMap(Optional::stream);
    }

    /** Refuses whoever may not act on it in this role, or took a part that excludes it. */
    void requireRight(Person person, Set<Role> roles, String otherwise) {
        if (!roles.contains(person.role())) {
            throw Refusal.of(otherwise, Refusal.Kind.FORBIDDEN)
                    .with(
                            "needed",
                            String.join(
                                    ", ",
                                    roles.stream().map(Role::code).sorted().toList()))
                    .asException();
        }
        dossier.ifPresent(look -> refuse(Rights.refusal(look, person, roles)));
        origin.ifPresent(look -> refuse(Rights.refusal(look, person, roles)));
        grant.ifPresent(look -> refuse(Rights.refusal(look, person, roles)));
        visa.ifPresent(known -> refuse(Rights.refusal(conduct().separations(), known.facts(), person)));
        if (complaint) {
            refuse(Rights.crossed(
                    conduct().separations(),
                    Separation.Reach.DOSSIER,
                    EnumSet.of(Role.COMPLAINT_HANDLER),
                    person.role()));
        }
        refuse(Rights.facility(facility, person));
    }

    /**
     * Refuses whoever took any other part in the dossier it ends, in those that granted the visa and led to it last, in the remedy it rests on, or in judging
     * the vulnerability that ends the visa: a second person looks at the matter for the first time (four eyes). Second words given before are no such part.
     */
    void requireApart(Person person) {
        String name = person.name();
        if (looks().anyMatch(look -> Involved.otherwise(look, name, rule.approvedBy()))
                || remedy.filter(known -> known.isWorkOf(name)).isPresent()
                || invalid.filter(known -> known.isJudgedBy(name, content.kind()))
                        .isPresent()) {
            throw Refusal.of("approver-involved", Refusal.Kind.FORBIDDEN).asException();
        }
    }

    /** Refuses what the scheme does not allow today. */
    void requireAllowed() {
        invalid.ifPresent(
                known -> refuse(Limits.invalidated(known.conduct(), content, known.today(), known.vulnerability())));
        refuse(Limits.parts(rule, content));
        refuse(Limits.clauses(content));
        refuse(Limits.reasons(conduct(), content));
        refuse(dayOf().refusal());
        // What is asked of the day it holds from is asked of the day of the act as well: no other day makes up for
        // today.
        dossier.ifPresent(this::requireDemands);
        dossier.filter(look -> !look.day().equals(today))
                .map(look -> look.on(today))
                .ifPresent(this::requireDemands);
        visa.filter(known -> !rule.from().isEmpty()).ifPresent(known -> {
            StatusOnDay status = known.facts().statusOn(dayOf().asked(), atEnd);
            refuse(Limits.status(rule, status.status()));
            refuse(Limits.pending(rule, status));
        });
        if (content.kind() == DecisionKind.SUSPEND || content.kind() == DecisionKind.EXTEND_SUSPENSION) {
            refuse(Limits.over(content, today));
            conduct()
                    .suspension()
                    .ifPresent(limits -> refuse(Limits.suspension(
                            limits, content, visa.orElseThrow().facts(), today)));
        }
        if (content.kind().effect() == DecisionKind.Effect.NEW_VISA) {
            // Neither in advance nor dated back: the day of the act counts as much as the day it names.
            refuse(Limits.stillIssues(scheme, content.effective(), next));
            refuse(Limits.stillIssues(scheme, today, next));
            refuse(Limits.validity(scheme, dossier.orElseThrow().situation(), content));
            refuse(Changes.granted(scheme, dossier.orElseThrow().situation(), content));
            refuse(sayable(dossier.orElseThrow()));
            refuse(sameScope(dossier.orElseThrow()));
            refuse(flagged(dossier.orElseThrow()));
            if (content.versions().isPresent()) {
                refuse(versioned(dossier.orElseThrow()));
            }
        } else {
            visa.ifPresent(known -> refuse(Changes.changed(scheme, content, known.facts())));
        }
        if (content.kind() == DecisionKind.MAINTAIN) {
            refuse(versioned(dossier.orElseThrow()));
        }
        if (content.kind() == DecisionKind.EXTEND_SCOPE) {
            refuse(flagged(dossier.orElseThrow()));
            refuse(dossier.flatMap(look -> visa.flatMap(known -> Changes.extended(
                    scheme, look.situation().scopes(), look.situation().level(), content, known.facts()))));
        }
    }

    private void requireDemands(Handling look) {
        refuse(Moves.demandsOf(look, move(look)));
        refuse(Moves.brokenOf(look, rule.rules()));
        refuse(Limits.within(scheme, look.situation(), content));
    }

    /** The row of the procedure that carries it out. */
    Move move(Handling look) {
        return Moves.deciding(look, content.kind())
                .orElseThrow(() -> Refusal.of("decision-not-open", Refusal.Kind.CONFLICT)
                        .with("stage", look.dossier().stage())
                        .with("decision", content.kind().code())
                        .asException());
    }

    Conduct conduct() {
        return scheme.conduct().orElseThrow();
    }

    /** The version that is decided on is the one that was looked at (invariants 24, 32). */
    private Optional<Refusal> versioned(Handling look) {
        Optional<String> asked = look.dossier().application().subject().versions();
        return content.versions().equals(asked)
                ? Optional.empty()
                : Optional.of(Refusal.of("grant-beyond-application", Refusal.Kind.CONFLICT)
                        .with("versions", content.versions().orElse("")));
    }

    /** The flag of national security is granted apart from the level, and only to whoever asked for it (invariant 66). */
    private Optional<Refusal> flagged(Handling look) {
        boolean more = content.nationalSecurity().orElse(false)
                && !look.dossier().application().nationalSecurity();
        return more
                ? Optional.of(Refusal.of("grant-beyond-application", Refusal.Kind.CONFLICT)
                        .with("national-security", "true"))
                : Optional.empty();
    }

    /** What is reissued with the same scope is the same subject at the same level with the same scopes (EUCC Art. 13(2)(c)). */
    private Optional<Refusal> sameScope(Handling look) {
        if (content.kind() != DecisionKind.REISSUE_SAME_SCOPE) {
            return Optional.empty();
        }
        VisaFacts former = visa.orElseThrow().facts();
        VisaFacts next = GrantedFacts.of(look, content, former.reference(), visa.map(Visa::id));
        boolean same = former.subject().says(next.subject())
                && former.level().equals(next.level())
                && former.scopes().equals(next.scopes());
        return same ? Optional.empty() : Optional.of(Refusal.of("scope-not-same", Refusal.Kind.CONFLICT));
    }

    /** A certificate says all its scheme demands, and rests on a report with all its sections (invariant 17). */
    private Optional<Refusal> sayable(Handling look) {
        List<String> sections = ReportSections.missing(scheme, look.dossier());
        if (!sections.isEmpty()) {
            return Optional.of(incomplete("report-incomplete", sections));
        }
        // The number is given out with the decision; everything else is known before.
        Reference number = Reference.official("0", content.effective().getYear());
        List<String> fields = certificate(GrantedFacts.of(look, content, number, visa.map(Visa::id)), look)
                .missing(scheme);
        return fields.isEmpty() ? Optional.empty() : Optional.of(incomplete("certificate-incomplete", fields));
    }

    /** What the certificate of a visa granted here says. */
    Certificate certificate(VisaFacts facts, Handling look) {
        return Certificate.of(scheme, facts, look.dossier(), issuer);
    }

    private static Refusal incomplete(String code, List<String> missing) {
        return Refusal.of(code, Refusal.Kind.CONFLICT).with("missing", String.join(", ", missing));
    }

    /** The rule about the day from which it holds. */
    private DecisionDay dayOf() {
        return new DecisionDay(
                content,
                today,
                dossier.map(look -> look.dossier().opening().day()),
                visa.map(known -> known.facts().lastTurn()));
    }

    /** As {@link DecisionDay#notBefore}. */
    void requireNotBefore(LocalDate proposed) {
        refuse(dayOf().notBefore(proposed, scheme.isEffectiveOnListing()));
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(refused -> {
            throw refused.asException();
        });
    }
}
