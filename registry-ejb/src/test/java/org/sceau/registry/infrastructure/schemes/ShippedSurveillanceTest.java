package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute.Receiver;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;
import org.sceau.registry.domain.scheme.surveillance.Surveillance;

/** What the shipped definitions say of complaints, remedies and samples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedSurveillanceTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(ShippedSurveillanceTest.class.getClassLoader());
    private static final WorkingDays FRENCH = new WorkingDays(Holidays.french(), Set.of());

    private static List<SchemeVersion> of(String scheme) {
        return SCHEMES.all().stream()
                .filter(version -> version.id().scheme().value().equals(scheme))
                .toList();
    }

    private static Surveillance surveillance(SchemeVersion version) {
        return version.conduct().orElseThrow().surveillance();
    }

    @Test
    void every_version_says_where_any_complaint_goes_or_that_nobody_knows() {
        assertThat(SCHEMES.all()).hasSizeGreaterThan(38).allSatisfy(version -> {
            assertThat(surveillance(version).route(Optional.empty())).isPresent();
            assertThat(surveillance(version).complaints())
                    .filteredOn(route -> route.to() == Receiver.UNKNOWN)
                    .noneMatch(ComplaintRoute::verified);
        });
        assertThat(surveillance(of("mie").get(0)).route(Optional.of("HIGH")))
                .get()
                .matches(route -> route.to() == Receiver.UNKNOWN);
    }

    @Test
    void a_complaint_about_a_high_certificate_goes_to_the_authority_and_any_other_to_its_issuer() {
        for (SchemeVersion version : of("eucc")) {
            assertThat(surveillance(version).route(Optional.of("HIGH")))
                    .get()
                    .matches(route -> route.to() == Receiver.AUTHORITY && route.verified())
                    .matches(route -> route.remedy().isPresent());
            for (Optional<String> level : List.of(Optional.of("SUBSTANTIAL"), Optional.<String>empty())) {
                assertThat(surveillance(version).route(level))
                        .get()
                        .matches(route -> route.to() == Receiver.ISSUER && route.verified());
            }
        }
        assertThat(of("eucc")).hasSize(3);
        assertThat(of("eucc-pp")).hasSize(3);
    }

    @Test
    void invariant_39_a_remedy_is_due_within_thirty_days_that_no_holiday_prolongs() {
        for (String scheme : List.of("eucc", "eucc-pp")) {
            assertThat(of(scheme)).isNotEmpty().allSatisfy(version -> {
                RemedyRule rule = surveillance(version).remedies().orElseThrow();
                assertThat(rule.beyond()).isEqualTo("remedy-gt-30d");
                assertThat(rule.most().length()).isEqualTo(Period.ofDays(30));
                // The thirtieth day is a Saturday.
                assertThat(rule.latest(LocalDate.parse("2026-05-14"), FRENCH)).isEqualTo("2026-06-13");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "25, 1", "26, 2", "100, 4", "130, 6", "150, 6", "151, 7"})
    void invariant_57_four_percent_are_rounded_up(long population, long needed) {
        for (String scheme : List.of("eucc", "eucc-pp")) {
            assertThat(of(scheme)).isNotEmpty().allSatisfy(version -> {
                SamplingRule rule = surveillance(version).sampling().orElseThrow();
                assertThat(rule.needed(population)).isEqualTo(needed);
                assertThat(rule.below()).isEqualTo("sample-lt-4pct");
                assertThat(rule.by()).isEqualTo(Role.NCCA_SUPERVISOR);
            });
        }
    }
}
