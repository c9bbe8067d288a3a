package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sceau.registry.application.evaluating.KeepLaboratories;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.web.desk.DeskFrame;

/** The titles of the reader's laboratory and when they end: nothing is assigned to it, or relied on, after that. */
@Named("titlesDesk")
@RequestScoped
public class TitlesDesk {
    /** From so many days before its end a title is marked: its renewal takes its time. */
    private static final int SOON_DAYS = 365;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepLaboratories laboratories;

    /** Those that end first first; none where the reader's organisation is no laboratory. */
    public List<TitleRow> rows() {
        String own = desk.actor().organisation();
        return laboratories.all().stream()
                .map(Laboratories.Recorded::laboratory)
                .filter(laboratory -> laboratory.organisation().name().equals(own))
                .flatMap(laboratory -> laboratory.titles().stream())
                .sorted(Comparator.comparing(Title::lastDay))
                .map(this::row)
                .toList();
    }

    private TitleRow row(Title title) {
        LocalDate today = desk.dayOf(desk.now());
        Title.Standing standing = title.standingOn(today);
        long left = ChronoUnit.DAYS.between(today, title.lastDay());
        String schemes = title.schemes().stream()
                .map(SchemeId::value)
                .map(id -> id.toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        String van = title.coverage().highestVan().isPresent()
                ? ", AVA_VAN." + title.coverage().highestVan().getAsInt()
                : "";
        return new TitleRow(
                title.kind().label().in(desk.locale()),
                title.reference(),
                title.issuer(),
                schemes + van,
                desk.texts()
                        .say("title." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                switch (standing) {
                    case IN_FORCE -> "ok";
                    case SUSPENDED -> "pause";
                    case EXPIRED -> "past";
                    case NOT_YET -> "next";
                },
                desk.days().day(title.lastDay()),
                left < 0 ? "" : desk.texts().say("due.in", left),
                left < 0 ? "late" : left <= SOON_DAYS ? "soon" : "");
    }
}
