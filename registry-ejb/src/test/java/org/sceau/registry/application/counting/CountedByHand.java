package org.sceau.registry.application.counting;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** A registry that holds what a test puts there, and counts how often it was asked. */
final class CountedByHand implements CountedMatters {
    static final Schemes SCHEMES = Story.SCHEMES;
    static final SchemeVersion EUCC =
            SCHEMES.version(SchemeVersionId.of("eucc", "2025-12-29")).orElseThrow();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final List<Catalogue.Shown> visas = new ArrayList<>();
    final List<Dossier> dossiers = new ArrayList<>();
    final List<Made> made = new ArrayList<>();
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    long generation = 1;
    int askedForVisas;
    int askedForDossiers;
    Optional<Instant> before = Optional.empty();

    ReadFigures reading() {
        Catalogue catalogue = (Catalogue) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Catalogue.class},
                (proxy, method, arguments) -> method.getName().equals("generation") ? generation : show(arguments));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new ReadFigures(catalogue, this, SCHEMES, new LegalCalendar(clock, PARIS));
    }

    @SuppressWarnings("unchecked")
    private Object show(Object[] arguments) {
        askedForVisas++;
        visas.forEach((Consumer<Catalogue.Shown>) arguments[1]);
        return this;
    }

    @Override
    public void forEachDossier(Set<SchemeVersionId> under, Set<DossierKind> kinds, Consumer<Dossier> reader) {
        askedForDossiers++;
        dossiers.stream()
                .filter(dossier -> under.contains(dossier.opening().scheme()))
                .filter(dossier -> kinds.contains(dossier.opening().kind()))
                .forEach(reader);
    }

    @Override
    public List<Made> decisions(Set<SchemeVersionId> under, Set<FamilyId> families, Instant until, ZoneId zone) {
        before = Optional.of(until);
        return List.copyOf(made);
    }

    void made(DecisionKind kind, int year, long decisions) {
        made.add(new Made(kind, year, decisions));
    }

    /** A dossier that entered stages: {@code draft 2026-01-05}. */
    Dossier dossier(SchemeVersion scheme, String... entries) {
        String[] first = entries[0].split(" ");
        LocalDate day = LocalDate.parse(first[1]);
        Opening opening = new Opening(
                "D-2026-%03d".formatted(dossiers.size() + 1),
                scheme.id(),
                "0".repeat(64),
                DossierKind.INITIAL,
                Optional.empty(),
                Story.VENDOR,
                day.atStartOfDay(PARIS).toInstant(),
                day);
        Dossier dossier = Dossier.open(
                new DossierId(new UUID(0, dossiers.size())),
                opening,
                Story.card(5, Optional.of("smartcards")),
                new Parties(
                        Organisation.named("Halcyon Cards"),
                        Optional.empty(),
                        Organisation.named("Halcyon Cards"),
                        List.of()),
                scheme.conduct().orElseThrow().procedure().start());
        for (int i = 1; i < entries.length; i++) {
            String[] entry = entries[i].split(" ");
            LocalDate on = LocalDate.parse(entry[1]);
            LocalDate known = entry.length > 2 ? LocalDate.parse(entry[2]) : on;
            dossier = dossier.byDate(dossier.history()
                    .entering(new StageEntry(
                            entry[0],
                            "step",
                            Optional.empty(),
                            known.atTime(12, 0).atZone(PARIS).toInstant(),
                            on,
                            Optional.empty())));
        }
        dossiers.add(dossier);
        return dossier;
    }
}
