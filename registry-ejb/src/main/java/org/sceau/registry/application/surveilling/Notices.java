package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Concern;
import org.sceau.registry.domain.vulnerability.DataPackage;
import org.sceau.registry.domain.vulnerability.Deed;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Notice;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/**
 * Puts notices on record: a row and an entry each, which the outbox announces. What they tell is made of the general part of the record;
 * this room reads no compartment (EUCC Art. 37(2)).
 */
@ApplicationScoped
public class Notices {
    private final Vulnerabilities vulnerabilities;
    private final Visas visas;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Notices() {
        this(null, null, null);
    }

    @Inject
    public Notices(Vulnerabilities vulnerabilities, Visas visas, LegalCalendar calendar) {
        this.vulnerabilities = vulnerabilities;
        this.visas = visas;
        this.calendar = calendar;
    }

    /**
     * Why somebody is told.
     *
     * @param changes  to be made to the product
     * @param decision that led to it
     * @param from     legal day from which that decision holds
     * @param by       absent when it follows from a decision
     * @param grounds  sources of the clocks that run on the record
     */
    record Why(
            Optional<String> changes,
            Optional<DecisionKind> decision,
            Optional<LocalDate> from,
            Optional<Person> by,
            List<String> grounds) {}

    /** Somebody to tell. */
    private record Reader(Optional<String> organisation, Optional<VisaId> visa, List<String> references) {}

    /** What telling this addressee is a deed of. */
    static Optional<Deed> deedOf(Addressee to) {
        return switch (to) {
            case NCCA -> Optional.of(Deed.NOTICE_TO_NCCA);
            case ENISA -> Optional.of(Deed.NOTICE_TO_ENISA);
            case DEPENDENT_HOLDERS -> Optional.of(Deed.NOTICE_TO_DEPENDENT_HOLDERS);
            default -> Optional.empty();
        };
    }

    /**
     * Tells an addressee, inside an act.
     *
     * @param before number of the last notice there is
     * @return how many notices it took; none when nobody is there to tell
     */
    int give(Passage passage, VulnerabilityRecord record, int before, Addressee to, Why why) {
        int number = before;
        for (Reader reader : readers(record, to)) {
            number++;
            Notice notice = new Notice(
                    number,
                    to,
                    reader.organisation(),
                    reader.visa(),
                    content(record, to, reader, why),
                    passage.now(),
                    calendar.dayOf(passage.now()),
                    why.by());
            Map<String, Object> told = new TreeMap<>();
            told.put("act", "told");
            told.put("notice", number);
            told.put("to", to.name());
            told.put("grounds", why.grounds());
            told.put("sha256", CanonicalRecord.digest(notice));
            long position = passage.record(VulnerabilityActs.entry(record.id(), told));
            vulnerabilities.add(new Vulnerabilities.Told(record.id(), notice, position));
        }
        return number - before;
    }

    private List<Reader> readers(VulnerabilityRecord record, Addressee to) {
        List<String> references =
                record.concerns().stream().map(Concern::reference).toList();
        return switch (to) {
            case NCCA, ENISA -> List.of(new Reader(Optional.empty(), Optional.empty(), references));
            case HOLDER ->
                record.concerns().stream()
                        .flatMap(concern -> visas.find(concern.visa()).stream())
                        .map(visa -> new Reader(
                                Optional.of(visa.facts().holder().name()),
                                Optional.of(visa.id()),
                                List.of(visa.facts().reference().text())))
                        .toList();
            case DEPENDENT_HOLDERS -> dependents(record);
            default -> List.of();
        };
    }

    /** One for each visa that rests on one of the record, whatever its status: who sells an expired one still has users. */
    private List<Reader> dependents(VulnerabilityRecord record) {
        List<Reader> readers = new ArrayList<>();
        for (Visa visa : visas.resting()) {
            List<String> bases = visa.facts().relations().stream()
                    .filter(relation -> relation.kind() == Relation.Kind.BASED_ON)
                    .flatMap(relation -> record.concerns().stream()
                            .filter(concern -> concern.visa().equals(relation.visa())))
                    .map(Concern::reference)
                    .toList();
            if (!bases.isEmpty()) {
                readers.add(new Reader(Optional.of(visa.facts().holder().name()), Optional.of(visa.id()), bases));
            }
        }
        return readers;
    }

    /** An authority and the holder hear all that is general; whoever holds a dependent visa what is known and what it means for others. */
    private static DataPackage content(VulnerabilityRecord record, Addressee to, Reader reader, Why why) {
        boolean whole = to != Addressee.DEPENDENT_HOLDERS;
        Description all = record.description();
        Description shown = whole
                ? all
                : new Description(all.title(), all.known(), Optional.empty(), all.consequences(), Optional.empty());
        return new DataPackage(
                record.number(),
                reader.references(),
                shown,
                why.changes().filter(text -> whole),
                record.judged().filter(judged -> whole).map(DataPackage.Verdict::of),
                why.decision().map(DecisionKind::code),
                why.from());
    }
}
