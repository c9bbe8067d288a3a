package org.sceau.registry.api.laboratory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * A laboratory with everything it was ever entitled to.
 *
 * @param kind evaluation-facility or certification-centre
 * @param asOf legal day of the standings
 */
@Schema(name = "Laboratory")
public record LabView(
        String id,
        String name,
        @Nullable String siren,
        String kind,
        long version,
        String recordedAt,
        String asOf,
        List<TitleView> titles) {

    /**
     * @param standing     not-yet, in-force, suspended or expired on the day
     * @param coverage     what it says
     * @param coverageAsOf what restrictions leave of it on the day
     * @param criteria     version of the criteria it was issued, or reviewed since, under; absent where nobody recorded it
     */
    @Schema(name = "Title")
    public record TitleView(
            String kind,
            String reference,
            String issuer,
            List<String> schemes,
            String firstDay,
            String lastDay,
            String standing,
            CoverageView coverage,
            CoverageView coverageAsOf,
            List<SuspensionView> suspensions,
            List<RestrictionView> restrictions,
            @Nullable String criteria) {
        static TitleView of(Title title, LocalDate day) {
            return new TitleView(
                    Coded.of(title.kind()),
                    title.reference(),
                    title.issuer(),
                    title.schemes().stream().map(SchemeId::value).toList(),
                    title.firstDay().toString(),
                    title.lastDay().toString(),
                    Coded.of(title.standingOn(day)),
                    CoverageView.of(title.coverage()),
                    CoverageView.of(title.coverageOn(day)),
                    title.suspensions().stream()
                            .map(span -> new SuspensionView(
                                    span.from().toString(),
                                    span.until().map(LocalDate::toString).orElse(null),
                                    span.reason()))
                            .toList(),
                    title.restrictions().stream()
                            .map(span -> new RestrictionView(
                                    span.from().toString(),
                                    span.until().map(LocalDate::toString).orElse(null),
                                    CoverageView.of(span.coverage()),
                                    span.reason()))
                            .toList(),
                    title.criteria().orElse(null));
        }
    }

    @Schema(name = "CoveredBy")
    public record CoverageView(
            @Nullable Integer highestVan,
            Set<String> technicalDomains,
            Set<String> protectionProfiles,
            Set<String> categories,
            Set<String> scopes,
            Set<String> levels,
            boolean nationalSecurity) {
        static CoverageView of(Coverage coverage) {
            return new CoverageView(
                    coverage.highestVan().isPresent() ? coverage.highestVan().getAsInt() : null,
                    coverage.technicalDomains(),
                    coverage.protectionProfiles(),
                    coverage.categories(),
                    coverage.scopes(),
                    coverage.levels(),
                    coverage.purposes().contains(Coverage.Purpose.NATIONAL_SECURITY));
        }
    }

    @Schema(name = "Suspension")
    public record SuspensionView(String from, @Nullable String until, String reason) {}

    /** @param coverage what is left of the title on these days */
    @Schema(name = "Restriction")
    public record RestrictionView(String from, @Nullable String until, CoverageView coverage, String reason) {}

    @Schema(name = "Laboratories")
    public record All(List<LabView> laboratories) {
        static All of(List<Laboratories.Recorded> all, LocalDate day) {
            return new All(
                    all.stream().map(recorded -> LabView.of(recorded, day)).toList());
        }
    }

    static LabView of(Laboratories.Recorded recorded, LocalDate day) {
        Laboratory laboratory = recorded.laboratory();
        return new LabView(
                laboratory.id().toString(),
                laboratory.organisation().name(),
                laboratory.organisation().siren().orElse(null),
                Coded.of(laboratory.kind()),
                recorded.version(),
                recorded.recordedAt().toString(),
                day.toString(),
                laboratory.titles().stream()
                        .map(title -> TitleView.of(title, day))
                        .toList());
    }
}
