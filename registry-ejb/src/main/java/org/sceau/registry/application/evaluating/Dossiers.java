package org.sceau.registry.application.evaluating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.visa.VisaId;

/** All dossiers, each in its newest version; former versions stay readable. */
public interface Dossiers {

    /**
     * A dossier as it was recorded.
     *
     * @param recordedAt when this version became known
     * @param position   journal position of the act
     */
    record Recorded(Dossier dossier, Instant recordedAt, long position) {}

    Optional<Recorded> find(DossierId id);

    /** The version that was the newest at an instant; empty when the dossier was not known then. */
    Optional<Recorded> find(DossierId id, Instant knownAt);

    Optional<Recorded> find(DossierId id, long version);

    /** A dossier with the visas that came of it. */
    record Whole(Recorded recorded, List<VisaId> visas) {}

    /** A dossier whoever asks: for what a rule rests on, or the scheme makes public. Nothing else of it is shown. */
    Optional<Whole> whoeverAsks(DossierId id);

    /** Under which scheme a dossier is, whoever asks. */
    Optional<SchemeId> schemeOf(DossierId id);

    /**
     * Adds a first version.
     *
     * @param content the dossier as canonical text: what is kept is what its entry commits to
     * @param parties organisations that may see it besides its handlers, with their sides
     */
    void add(Recorded recorded, String content, Set<Party> parties);

    /**
     * Adds the next version.
     *
     * @param before  parties of the version before
     * @param parties those of this one
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before
     */
    void replace(Recorded recorded, String content, Set<Party> before, Set<Party> parties);

    /** Visas that came of a dossier, by id. */
    List<VisaId> visasOf(DossierId dossier);

    /** Remembers which visa came of a dossier. */
    void link(DossierId dossier, VisaId visa);

    /** A dossier and a visa it led to. */
    record Granted(DossierId dossier, VisaId visa) {}

    /** Each visa that came of a dossier, with the newest one that led to it; by visa. */
    List<Granted> granted();

    /** The newest dossier that led to a visa; empty for visas that came otherwise. */
    Optional<Recorded> leadingTo(VisaId visa);

    /** The dossier that granted a visa, whichever others were about it since; empty for visas that came otherwise. */
    Optional<Recorded> granting(VisaId visa);

    /** Every dossier that led to a visa or is about it, oldest first. */
    List<Recorded> behind(VisaId visa);

    /** Whether somebody ever handled a complaint about a dossier, about a visa that came of it, or about the visa it is about. */
    boolean complaintHandled(Dossier dossier, String name);

    /** Whether somebody ever handled a complaint about a visa. */
    boolean complaintHandled(VisaId visa, String name);

    /** Every dossier that led to a visa, in whichever order. */
    List<Recorded> thatLedTo(VisaId visa);

    /**
     * The newest evaluation that led to a visa: the one that granted it, or one of the whole product since. A minor change or a patch is none,
     * whoever looked at it. Empty for visas that came otherwise.
     */
    default Optional<Recorded> evaluating(VisaId visa) {
        return thatLedTo(visa).stream()
                .filter(recorded -> recorded.dossier().opening().kind().isEvaluation()
                        && !recorded.dossier().laboratories().isEmpty())
                // By the decision: what is filed afterwards, such as a translation, makes no evaluation newer.
                .max(Comparator.comparing(
                        recorded -> recorded.dossier().history().stage().at()));
    }

    /** Its laboratories. */
    default List<LaboratoryId> evaluatorsOf(VisaId visa) {
        return evaluating(visa)
                .map(recorded -> recorded.dossier().laboratories())
                .orElse(List.of());
    }

    /** Where a dossier stands; {@code position} is that of its newest version. */
    record Standing(DossierId dossier, long position) {}

    /** Dossiers under schemes that are at one of these stages, in the order of their numbers; at most {@code most}. */
    List<Standing> standing(Set<SchemeId> schemes, Set<String> stages, int most);

    /**
     * Which dossiers follow in the order of their numbers, newest first. Each may be large: they are read one by one.
     *
     * @param reach        only those within it
     * @param visa         only those that led to it or are about it; all of them when absent
     * @param before       number to go on behind; absent for the first page
     * @param most         1 to 200
     */
    List<DossierId> page(Reach reach, Optional<VisaId> visa, Optional<String> before, int most);

    /**
     * Dossiers that have not ended, the oldest first: whose end is near is opened long ago.
     *
     * @param reach only those within it
     * @param most  at least 1
     */
    List<DossierId> open(Reach reach, int most);

    /**
     * What stays of a dossier that was erased: the order.
     *
     * @param keptUntil  last day of its retention
     * @param day        legal day of the order, after that one
     * @param firstWord  administrator who asked; absent when the applicant did
     * @param secondWord administrator who approved
     * @param position   journal position of the order
     */
    record Erased(
            DossierId id,
            String number,
            LocalDate keptUntil,
            LocalDate day,
            Optional<String> firstWord,
            String secondWord,
            Instant at,
            long position) {

        /** What those hear who could see the dossier. */
        public Refusal refusal() {
            return Refusal.of("dossier-erased", Refusal.Kind.GONE)
                    .with("number", number)
                    .with("erased", day.toString())
                    .with("position", Long.toString(position));
        }
    }

    /** The order by which a dossier was erased; empty when it was not. */
    Optional<Erased> erased(DossierId id);

    /** Whether an organisation was a party of a dossier that was erased. */
    boolean wasParty(DossierId erased, String organisation);

    /** An organisation on a side of a dossier. */
    record Party(String organisation, Side side) {}

    /** Sides from which a dossier may be seen. */
    enum Side {
        APPLICANT,
        OBSERVER,
        LABORATORY
    }
}
