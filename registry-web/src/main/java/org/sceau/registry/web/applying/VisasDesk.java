package org.sceau.registry.web.applying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.SchemeWords;

/** The visas that the reader's organisation holds, those that end first first, and what can be asked for about each. */
@Named("visasDesk")
@RequestScoped
public class VisasDesk {
    private static final int SOON_MONTHS = 12;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnVisas visas;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    private @Nullable List<VisaLine> lines;

    public List<VisaLine> lines() {
        List<VisaLine> known = lines;
        if (known == null) {
            known = desk.mayReadDossiers()
                    ? visas.of(desk.actor()).stream().map(this::line).toList()
                    : List.of();
            lines = known;
        }
        return known;
    }

    private VisaLine line(Visa visa) {
        LocalDate today = desk.dayOf(desk.now());
        VisaStatus status = visa.facts()
                .statusOn(today, schemes.statusAtEnd(visa.facts().scheme()))
                .status();
        return new VisaLine(
                visa.id().toString(),
                visa.slug().value(),
                visa.facts().reference().text(),
                visa.facts().subject().name()
                        + visa.facts()
                                .subject()
                                .versions()
                                .map(text -> ", " + text)
                                .orElse(""),
                new SchemeWords(schemes, desk.language()).version(visa.facts().scheme()),
                StatusWords.in(desk.language()).tag(status),
                StatusWords.tone(status),
                visa.facts()
                        .validity()
                        .lastDay()
                        .map(desk.days()::day)
                        .orElseGet(() -> desk.texts().say("diff.open-end")),
                visa.facts()
                        .validity()
                        .lastDay()
                        .map(last -> last.isBefore(today)
                                ? "late"
                                : last.isBefore(today.plusMonths(SOON_MONTHS)) ? "soon" : "")
                        .orElse(""),
                visa.facts().listed(),
                schemes.version(visa.facts().scheme())
                        .flatMap(SchemeVersion::conduct)
                        .filter(conduct -> conduct.followUps().stream()
                                .anyMatch(row -> row.openedBy().contains(Role.SPONSOR)))
                        .isPresent());
    }
}
