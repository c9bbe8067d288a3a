package org.sceau.registry.application.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Certificates;
import org.sceau.registry.application.recording.Numbers;
import org.sceau.registry.application.recording.RecordVisa;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Effects;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.decision.NumberSuffix;
import org.sceau.registry.domain.scheme.numbering.OfficialReference;
import org.sceau.registry.domain.visa.NumberedAct;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/** Carries an approved decision out inside its act: number, visas, the dossier's last move. */
@ApplicationScoped
public class CarryOut {
    /** Where visas come from that were decided here; their place in it is the proposal. */
    static final String SOURCE = "decision";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM", Locale.ROOT);

    private final Visas visas;
    private final RecordVisa recordVisa;
    private final Numbers numbers;
    private final Dossiers dossiers;
    private final DossierActs acts;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final Operator operator;
    private final Certificates certificates;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CarryOut() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public CarryOut(
            Visas visas,
            RecordVisa recordVisa,
            Numbers numbers,
            Dossiers dossiers,
            DossierActs acts,
            Schemes schemes,
            RevisionsInUse editions,
            Operator operator,
            Certificates certificates) {
        this.visas = visas;
        this.recordVisa = recordVisa;
        this.numbers = numbers;
        this.dossiers = dossiers;
        this.acts = acts;
        this.schemes = schemes;
        this.editions = editions;
        this.operator = operator;
        this.certificates = certificates;
    }

    /** @return the visa that was made or changed; empty for a refusal */
    Optional<Visa> inside(Passage passage, Matter matter, Proposal proposal, Person approver) {
        DecisionContent content = proposal.content();
        Provenance provenance = new Provenance(
                SOURCE, Optional.of(matter.today()), proposal.id().toString());
        Optional<Visa> changed = matter.visa()
                .filter(visa -> content.kind().effect() == DecisionKind.Effect.SAME_VISA
                        || content.kind().isReissue())
                .map(visa -> recordVisa.asChange(
                        passage,
                        visa.id(),
                        visa.version(),
                        numbered(
                                matter,
                                Effects.on(
                                        visa.facts(),
                                        matter.scheme(),
                                        matter.rule(),
                                        content,
                                        approver.name(),
                                        matter.today())),
                        provenance));
        Optional<Visa> made = content.kind().effect() == DecisionKind.Effect.NEW_VISA
                ? Optional.of(recordVisa.asNew(
                        passage,
                        GrantedFacts.of(
                                matter.dossier().orElseThrow(),
                                content,
                                reference(matter),
                                matter.dossier()
                                        .orElseThrow()
                                        .dossier()
                                        .opening()
                                        .about()),
                        provenance))
                : Optional.empty();
        matter.dossier().ifPresent(look -> {
            made.ifPresent(visa -> certify(passage, matter.certificate(visa.facts(), look), visa));
            end(passage, matter, look, approver);
            made.or(() -> changed)
                    .ifPresent(visa -> dossiers.link(look.dossier().id(), visa.id()));
        });
        return made.or(() -> changed);
    }

    /** What the visa would say if the decision were carried out today; its number is given only then. */
    VisaFacts outlook(Matter matter, String approver) {
        DecisionContent content = matter.content();
        return content.kind().effect() == DecisionKind.Effect.NEW_VISA
                ? GrantedFacts.of(
                        matter.dossier().orElseThrow(),
                        content,
                        Reference.official("–", matter.content().effective().getYear()),
                        Optional.empty())
                : Effects.on(
                        matter.visa().orElseThrow().facts(),
                        matter.scheme(),
                        matter.rule(),
                        content,
                        approver,
                        matter.today());
    }

    /** Who certifies here, as certificates name it. */
    Certificate.Issuer issuer() {
        Operator.Address at = operator.address();
        return new Certificate.Issuer(
                operator.name().en(),
                operator.certificationBody().number(),
                at.street() + ", " + at.postalCode() + " " + at.locality() + ", " + at.country(),
                operator.mail(),
                operator.name().en());
    }

    /** The certificate is kept as it was issued; the journal has its digest. */
    private void certify(Passage passage, Certificate certificate, Visa visa) {
        if (certificate.lines().isEmpty()) {
            return;
        }
        String content = CanonicalRecord.text(certificate);
        String digest = CanonicalRecord.digestOf(content);
        boolean isPublic = visa.facts().listed();
        Map<String, Object> told = Map.of("visa", visa.id().toString(), "sha256", digest);
        long position = passage.record(new Entry(
                "certificate-issued",
                isPublic ? "visa:" + visa.id() : "certificate",
                isPublic ? Optional.of(visa.facts().validity().firstDay()) : Optional.empty(),
                isPublic ? told : Map.of(),
                isPublic ? Map.of() : Map.of("certificate", CanonicalText.of(told)),
                Entry.Topic.DOSSIER));
        certificates.add(new Certificates.Issued(visa.id(), certificate, digest, passage.now(), position), content);
    }

    private void end(Passage passage, Matter matter, Handling look, Person approver) {
        Dossier ended = Moves.carryOut(
                look.on(matter.today()),
                matter.move(look),
                approver,
                matter.content().reasons());
        acts.record(passage, look, ended, matter.content().kind().code());
    }

    /**
     * The visa that a new one comes after, of the same scheme: its number has the year of the first certificate. A certificate of a national
     * scheme is no first certificate of the European one; the text does not say so, this is a house rule (invariant 23).
     */
    private Optional<Visa> former(Matter matter) {
        return matter.visa()
                .or(() -> matter.dossier()
                        .flatMap(look -> look.dossier().opening().about())
                        .flatMap(visas::find))
                .filter(visa -> visa.facts()
                        .scheme()
                        .scheme()
                        .equals(matter.scheme().id().scheme()));
    }

    /** With the number of the report, where the scheme gives such acts one and knows the reference that it is added to. */
    private VisaFacts numbered(Matter matter, VisaFacts facts) {
        NumberSeries series = inForce(matter).conduct().orElseThrow().numbers();
        return suffix(matter, series)
                .filter(NumberSuffix::isOfReport)
                .flatMap(suffix -> suffixed(matter, series, suffix, facts.reference()))
                .map(text -> official(matter, text))
                .map(reference -> facts.numbered(new NumberedAct(
                        reference.text(),
                        matter.content().kind(),
                        matter.content().effective())))
                .orElse(facts);
    }

    private static Optional<NumberSuffix> suffix(Matter matter, NumberSeries series) {
        return matter.dossier()
                .flatMap(look -> series.suffix(
                        matter.content().kind(), look.dossier().opening().kind()));
    }

    /**
     * The reference with the next of these suffixes that it does not bear already: a catalogue may have printed what another register gave.
     * Empty where no form of the scheme recognises what was printed: nothing is added to a reference that nobody can read.
     */
    private Optional<String> suffixed(Matter matter, NumberSeries series, NumberSuffix suffix, Reference reference) {
        // Editions print one reference with a slash or a hyphen: both count the same acts.
        return inForce(matter)
                .numbering()
                .recognise(reference.text())
                .map(OfficialReference::canonical)
                .map(text -> {
                    String stem = series.stem(text, suffix);
                    String key = "act/" + series.series() + "/" + stem + suffix.form();
                    return stem + suffix.text(numbers.next(key, series.borne(text, suffix)));
                });
    }

    /** The version whose numbers are given on the day of issue. */
    private SchemeVersion inForce(Matter matter) {
        return schemes.current(matter.scheme().id().scheme(), matter.content().effective())
                .flatMap(current -> matter.revisions()
                        .map(newest -> editions.current(current.id(), newest))
                        .orElseGet(() -> editions.current(current.id())))
                .filter(current -> current.conduct().isPresent())
                .orElse(matter.scheme());
    }

    /** The next number of the version in force on the day of issue; its year part may be that of the first certificate (invariant 23). */
    private Reference reference(Matter matter) {
        LocalDate day = matter.content().effective();
        NumberSeries series = inForce(matter).conduct().orElseThrow().numbers();
        Optional<Visa> former = former(matter);
        Optional<NumberSuffix> suffix = suffix(matter, series).filter(added -> !added.isOfReport());
        Optional<String> grown = suffix.flatMap(added -> former.flatMap(
                visa -> suffixed(matter, series, added, visa.facts().reference())));
        if (grown.isPresent()) {
            return official(matter, grown.get());
        }
        Map<String, String> parts = new HashMap<>();
        parts.put("year", Integer.toString(day.getYear()));
        parts.put("month", MONTH.format(day));
        parts.put("body", operator.certificationBody().number());
        parts.put(
                "initial-year",
                former.map(visa -> Integer.toString(visa.facts().reference().year()))
                        .orElse(Integer.toString(day.getYear())));
        return official(matter, series.reference(parts, numbers.next("visa/" + series.key(parts))));
    }

    private Reference official(Matter matter, String text) {
        OfficialReference official = inForce(matter)
                .numbering()
                .recognise(text)
                .orElseThrow(() -> Refusal.of("number-not-recognised", Refusal.Kind.CONFLICT)
                        .with("number", text)
                        .asException());
        int year = official.year().orElse(matter.content().effective().getYear());
        return official.yearly()
                ? Reference.decision(official.canonical(), year)
                : Reference.official(official.canonical(), year);
    }
}
