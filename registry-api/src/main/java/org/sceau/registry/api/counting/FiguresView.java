package org.sceau.registry.api.counting;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.counting.CountedNames;
import org.sceau.registry.application.counting.DossierFigures;
import org.sceau.registry.application.counting.Figures;
import org.sceau.registry.application.counting.VisaFigures;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/**
 * The registry in figures.
 *
 * @param day legal day on which the visas were counted
 */
@Schema(name = "Figures")
public record FiguresView(String day, List<OfFamily> families, Dossiers dossiers) {

    /**
     * @param family       identifier
     * @param granted      visas by the year of their first day, ascending
     * @param statuses     visas by their status on the day
     * @param endingWithin visas in force or suspended that end within so many months
     */
    @Schema(name = "FiguresOfFamily")
    public record OfFamily(
            String family,
            BothLanguages label,
            List<OfYear> granted,
            List<OfStatus> statuses,
            List<Ending> endingWithin) {
        static OfFamily of(VisaFigures.OfFamily counted, Schemes schemes) {
            return new OfFamily(
                    counted.family().value(),
                    BothLanguages.of(schemes.family(counted.family())
                            .map(Family::label)
                            .orElseGet(() -> Label.same(counted.family().value()))),
                    counted.granted().stream()
                            .map(count -> new OfYear(count.year(), count.visas()))
                            .toList(),
                    counted.statuses().stream()
                            .map(count -> new OfStatus(count.status().code(), count.visas()))
                            .toList(),
                    counted.ending().stream()
                            .map(count -> new Ending(count.months(), count.visas()))
                            .toList());
        }
    }

    @Schema(name = "VisasOfYear")
    public record OfYear(int year, long visas) {}

    @Schema(name = "VisasOfStatus")
    public record OfStatus(String status, long visas) {}

    @Schema(name = "VisasEnding")
    public record Ending(int months, long visas) {}

    /**
     * Whatever is absent here counts fewer than {@code fewest} dossiers, none included.
     *
     * @param through last legal day that is counted
     */
    @Schema(name = "FiguresOfDossiers")
    public record Dossiers(
            String through, int fewest, List<OfStage> stages, List<Decisions> decisions, List<Refusals> refusals) {
        static Dossiers of(DossierFigures counted, CountedNames names) {
            return new Dossiers(
                    counted.through().toString(),
                    DossierFigures.FEWEST,
                    counted.stages().stream()
                            .map(stage -> OfStage.of(stage, names))
                            .toList(),
                    counted.decisions().stream().map(Decisions::of).toList(),
                    counted.years().stream()
                            .flatMap(year -> Refusals.of(counted, year).stream())
                            .toList());
        }
    }

    /**
     * Days at a stage that was left.
     *
     * @param dossiersAtLeast     in steps of {@code fewest}
     * @param ninetiethPercentile absent for fewer than ten dossiers
     */
    @Schema(name = "FiguresOfStage")
    public record OfStage(
            String scheme,
            BothLanguages schemeLabel,
            String stage,
            BothLanguages label,
            long dossiersAtLeast,
            int median,
            @Nullable Integer ninetiethPercentile) {
        static OfStage of(DossierFigures.OfStage counted, CountedNames names) {
            return new OfStage(
                    counted.scheme().value(),
                    BothLanguages.of(names.scheme(counted.scheme())),
                    counted.stage(),
                    BothLanguages.of(names.stage(counted.scheme(), counted.stage())),
                    counted.atLeast(),
                    counted.median(),
                    counted.ninetieth().isPresent() ? counted.ninetieth().getAsInt() : null);
        }
    }

    @Schema(name = "DecisionsOfYear")
    public record Decisions(String kind, BothLanguages label, int year, long decisions) {
        static Decisions of(DossierFigures.OfYear counted) {
            return new Decisions(
                    counted.kind().code(),
                    BothLanguages.of(counted.kind().label()),
                    counted.year(),
                    counted.decisions());
        }
    }

    /** @param perThousand of the decisions of the year that grant or refuse */
    @Schema(name = "RefusalsOfYear")
    public record Refusals(int year, long refused, int perThousand) {
        static Optional<Refusals> of(DossierFigures counted, int year) {
            return counted.refusedPerThousand(year)
                    .map(share -> new Refusals(year, counted.made(DecisionKind.REFUSE, year), share));
        }
    }

    static FiguresView of(Figures figures, Schemes schemes) {
        return new FiguresView(
                figures.day().toString(),
                figures.visas().families().stream()
                        .map(family -> OfFamily.of(family, schemes))
                        .toList(),
                Dossiers.of(figures.dossiers(), new CountedNames(schemes)));
    }
}
