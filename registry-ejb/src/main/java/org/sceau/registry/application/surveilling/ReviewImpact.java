package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Guards;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.Visa;

/**
 * Visas in force or suspended that something puts in question today: one they rest on is no longer in force (EUCC Art. 33(4)), or the laboratory
 * of their evaluation, or the body that issues here, has lost a title (EUCC Art. 31). They are listed for review and never changed by
 * themselves. The list is an answer for the day it is asked, so nothing can be missed by a job that did not run.
 */
@ApplicationScoped
public class ReviewImpact {
    private final Door door;
    private final Visas visas;
    private final Dossiers dossiers;
    private final DossierActs acts;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReviewImpact() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ReviewImpact(
            Door door, Visas visas, Dossiers dossiers, DossierActs acts, Schemes schemes, LegalCalendar calendar) {
        this.door = door;
        this.visas = visas;
        this.dossiers = dossiers;
        this.acts = acts;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /**
     * A visa to review.
     *
     * @param reason {@code base-suspended}, {@code base-withdrawn}, {@code base-expired} …, or the code of what the laboratory or the body lacks
     * @param other  the visa it rests on; absent when laboratory or body is the reason
     * @param lost   what the laboratory or the body lacks; absent when a visa is the reason
     */
    public record Impact(Visa visa, String reason, Optional<Visa> other, Optional<Refusal> lost) {
        private static Impact of(Visa visa, Refusal lost) {
            return new Impact(visa, lost.code(), Optional.empty(), Optional.of(lost));
        }
    }

    /** What is to be reviewed today. */
    public List<Impact> today(Actor actor) {
        return door.prepare(actor, Permission.REVIEW_IMPACT, "visas", () -> {
            LocalDate day = calendar.today();
            List<Impact> impacts = new ArrayList<>();
            visas.resting().stream()
                    .filter(visa -> status(visa, day).isStanding())
                    .forEach(visa -> bases(visa, day).forEach(impacts::add));
            dossiers.granted().forEach(granted -> titles(granted, day, impacts));
            SchemeScope scope = actor.book().scopeOf(Permission.REVIEW_IMPACT.roles());
            return impacts.stream()
                    .filter(impact -> actor.equals(Actor.SYSTEM)
                            || scope.covers(impact.visa().facts().scheme().scheme()))
                    .toList();
        });
    }

    private List<Impact> bases(Visa visa, LocalDate day) {
        return visa.facts().relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.BASED_ON)
                .flatMap(relation -> visas.find(relation.visa()).stream())
                .filter(base -> !isInForce(base, day))
                .map(base -> new Impact(visa, "base-" + status(base, day).code(), Optional.of(base), Optional.empty()))
                .toList();
    }

    private void titles(Dossiers.Granted granted, LocalDate day, List<Impact> impacts) {
        visas.find(granted.visa())
                .filter(known -> status(known, day).isStanding())
                .ifPresent(visa -> {
                    Dossier newest = acts.any(granted.dossier()).dossier();
                    Dossier evaluated = evaluated(newest, visa);
                    Guards.laboratoryCompetent(look(evaluated, day))
                            .ifPresent(lost -> impacts.add(Impact.of(visa, lost)));
                    Guards.issuerCompetent(look(newest, day)).ifPresent(lost -> impacts.add(Impact.of(visa, lost)));
                });
    }

    /** What looked at a change alone says nothing of who vouches for the whole: then the evaluation before counts. */
    private Dossier evaluated(Dossier newest, Visa visa) {
        return newest.laboratories().isEmpty() || newest.opening().kind().isOfChange()
                ? dossiers.evaluating(visa.id()).map(Dossiers.Recorded::dossier).orElse(newest)
                : newest;
    }

    private Handling look(Dossier dossier, LocalDate day) {
        return acts.look(dossier, calendar.startOf(day));
    }

    private boolean isInForce(Visa visa, LocalDate day) {
        return status(visa, day) == VisaStatus.IN_FORCE;
    }

    private VisaStatus status(Visa visa, LocalDate day) {
        return visa.facts()
                .statusOn(day, schemes.statusAtEnd(visa.facts().scheme()))
                .status();
    }
}
