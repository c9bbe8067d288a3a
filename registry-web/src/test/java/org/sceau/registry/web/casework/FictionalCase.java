package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/** A fictional dossier that came through some stages, one of them each ten days from 12 May 2026 on. */
final class FictionalCase {
    static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());

    private static final Person APPLICANT = new Person("h.carde", "Halcyon Cards", Role.SPONSOR);

    private final SchemeVersion scheme;
    private final DossierKind kind;
    private final List<StageEntry> entries = new ArrayList<>();
    private LocalDate day = LocalDate.parse("2026-05-12");

    private FictionalCase(SchemeVersion scheme, DossierKind kind) {
        this.scheme = scheme;
        this.kind = kind;
    }

    static FictionalCase of(String scheme, String version, DossierKind kind, String... stages) {
        FictionalCase told = new FictionalCase(
                SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow(), kind);
        for (String stage : stages) {
            told.enter(stage);
        }
        return told;
    }

    private void enter(String stage) {
        if (!entries.isEmpty()) {
            day = day.plusDays(10);
        }
        entries.add(new StageEntry(
                stage,
                entries.isEmpty() ? "open" : "step",
                Optional.of(APPLICANT),
                day.atTime(9, 0).toInstant(ZoneOffset.UTC),
                day,
                Optional.empty()));
    }

    /** As the applicant sees it on the day of its last stage. */
    DossierSight sight() {
        Procedure procedure = scheme.conduct().orElseThrow().procedure();
        StageEntry first = entries.get(0);
        Opening opening = new Opening(
                "D-2026-014",
                scheme.id(),
                "0".repeat(64),
                kind,
                kind.isFollowUp() ? Optional.of(new VisaId(new UUID(0, 1))) : Optional.empty(),
                APPLICANT,
                first.at(),
                first.day());
        Dossier opened = Dossier.open(
                new DossierId(new UUID(0, 14)),
                opening,
                new Application(
                        new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0")),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        false,
                        Map.of(),
                        Set.of(),
                        true),
                new Parties(
                        Organisation.named("Halcyon Cards"),
                        Optional.empty(),
                        Organisation.named("Halcyon Cards"),
                        List.of()),
                procedure.start());
        Dossier dossier = opened.byDate(new History(
                entries,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                opened.history().involved(),
                List.of()));
        return new DossierSight(
                new Dossiers.Recorded(dossier, first.at(), 1),
                scheme,
                day,
                Optional.empty(),
                List.of(),
                Clocks.running(dossier, procedure, new WorkingDays(Holidays.french(), Set.of()), day),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new DossierSight.Reader("Halcyon Cards", false));
    }

    CaseWords words(Language language) {
        return new CaseWords(scheme, new SpokenDesk(language));
    }

    StageWay way(Language language) {
        return new StageWay(sight(), words(language));
    }
}
