package org.sceau.registry.application.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/**
 * What the public sees of a visa: nothing without consent (invariant 62), and where the scheme takes effect with its list, nothing that
 * says more than the list does (invariant 55; Regulation (EU) 910/2014, Art. 21(3)). An end is shown at once: it says less.
 */
@ApplicationScoped
public class PublicFace {
    private final Visas visas;
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PublicFace() {
        this(null, null);
    }

    @Inject
    public PublicFace(Visas visas, Schemes schemes) {
        this.visas = visas;
        this.schemes = schemes;
    }

    /** Whether the answer for this visa depends on its list. */
    public boolean waits(Visa visa) {
        return schemes.isEffectiveOnListing(visa.facts().scheme());
    }

    /**
     * The version that is shown: this one, or the one the list holds while this one claims to be in force and the list does not say so yet;
     * empty when it is not public, or in no list yet.
     *
     * @param visa  a version of it
     * @param issue the newest issue of the list of its family then
     * @param day   the legal day then
     */
    public Optional<Visa> of(Visa visa, Optional<IssueMarks.Mark> issue, LocalDate day) {
        if (!visa.facts().listed() || !waits(visa)) {
            return Optional.of(visa).filter(shown -> shown.facts().listed());
        }
        return issue.flatMap(mark ->
                held(visa, mark).map(held -> isInForce(visa, day) && !isInForce(held, mark.day()) ? held : visa));
    }

    /** The version that an issue holds. Lists forget nothing, so the newest issue knows of all before it. */
    private Optional<Visa> held(Visa visa, IssueMarks.Mark issue) {
        Optional<Visa> version = visa.position() < issue.position()
                ? Optional.of(visa)
                : Optional.of(visa)
                        .filter(changed -> changed.version() > 1)
                        .flatMap(changed -> visas.recordedBefore(changed.id(), issue.position()));
        return version.filter(held -> held.facts().listed())
                .filter(held -> held.facts().family().equals(visa.facts().family()))
                .filter(held -> !held.facts().validity().firstDay().isAfter(issue.day()));
    }

    private boolean isInForce(Visa visa, LocalDate day) {
        return visa.facts()
                        .statusOn(day, schemes.statusAtEnd(visa.facts().scheme()))
                        .status()
                == VisaStatus.IN_FORCE;
    }
}
