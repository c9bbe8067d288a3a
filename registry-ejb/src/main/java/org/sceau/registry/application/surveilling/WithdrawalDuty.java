package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.decision.Limits;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Deed;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** That a vulnerability neither residual nor remediable ends a visa: what it leaves to decide, and what follows once it is decided. */
@ApplicationScoped
public class WithdrawalDuty {
    private final Vulnerabilities vulnerabilities;
    private final VulnerabilityActs acts;
    private final Notices notices;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WithdrawalDuty() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WithdrawalDuty(
            Vulnerabilities vulnerabilities,
            VulnerabilityActs acts,
            Notices notices,
            Visas visas,
            Schemes schemes,
            RevisionsInUse editions,
            LegalCalendar calendar) {
        this.vulnerabilities = vulnerabilities;
        this.acts = acts;
        this.notices = notices;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
        this.calendar = calendar;
    }

    /** The open records that leave a visa nothing but its end. */
    public List<VulnerabilityRecord> demandedFor(VisaId visa) {
        return vulnerabilities.openAbout(visa).stream()
                .filter(VulnerabilityRecord::isIncurable)
                .toList();
    }

    /** Whether a visa of the record is still to be ended because of it, where the scheme of that visa says so. */
    boolean isPending(VulnerabilityRecord record) {
        LocalDate today = calendar.today();
        return record.isIncurable()
                && record.concerns().stream()
                        .flatMap(concern -> visas.find(concern.visa()).stream())
                        .anyMatch(visa -> isPending(visa, today));
    }

    private boolean isPending(Visa visa, LocalDate today) {
        return editions.current(visa.facts().scheme())
                .flatMap(SchemeVersion::conduct)
                .filter(conduct -> Limits.isToBeEnded(
                        conduct,
                        visa.facts()
                                .statusOn(
                                        today, schemes.statusAtEnd(visa.facts().scheme()))
                                .status()))
                .isPresent();
    }

    /**
     * A visa was withdrawn: its open records remember it, since each has clocks that start then. Where one of them is the reason, whoever the
     * scheme names is told of the vulnerability in the same act.
     *
     * @param told who the scheme says is told of the decision
     */
    public void carriedOut(
            Passage passage, Visa withdrawn, DecisionKind kind, LocalDate effective, List<Addressee> told) {
        for (VulnerabilityRecord record : vulnerabilities.openAbout(withdrawn.id())) {
            Set<Deed> deeds = EnumSet.noneOf(Deed.class);
            int given = 0;
            for (Addressee to : record.isIncurable() ? told : List.<Addressee>of()) {
                int more = notices.give(
                        passage,
                        record,
                        record.notices() + given,
                        to,
                        new Notices.Why(
                                Optional.empty(),
                                Optional.of(kind),
                                Optional.of(effective),
                                Optional.empty(),
                                VulnerabilityActs.grounds(acts.look(record, passage.now()))));
                Notices.deedOf(to).filter(deed -> more > 0).ifPresent(deeds::add);
                given += more;
            }
            acts.record(
                    passage,
                    Optional.of(record),
                    acts.look(record, passage.now()).withdrawn(given, deeds),
                    "withdrawn");
        }
    }
}
