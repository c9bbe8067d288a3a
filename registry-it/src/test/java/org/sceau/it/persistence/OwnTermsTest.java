package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.DECIDER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Visa;

/** A visa keeps the version that it was granted under, and its parties keep what they may ask about it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnTermsTest {
    private static final Actor SPONSOR = new Actor("s.ponsor", "Intégrateur du Ponant", Set.of(Role.SPONSOR));
    private static final Set<String> OWN = Set.of("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION");
    private static final Set<String> WITH_CRISIS =
            Set.of("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION", "CYBER_CRISIS_MANAGEMENT");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.importCsv(
                "family,scheme,scheme_version,reference,decision_year,holder,sponsor,name,level,scopes,valid_from,valid_until,status,listed\n"
                        + "pris,pris,3.0,812,2025,Vigie Ponant,Intégrateur du Ponant,Vigie Ponant,HIGH,"
                        + "COMPROMISE_INDICATOR_SEARCH|DIGITAL_INVESTIGATION,2025-02-01,2028-02-01,in-force,no\n",
                false);
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void invariant_42_a_visa_is_not_extended_by_an_activity_that_its_own_version_does_not_define(Database database) {
        House house = house(database);
        Visa visa = only(house);
        Dossier dossier = house.opening.open(SPONSOR, extension(visa, WITH_CRISIS));

        Refused beyond = refusal(() -> house.deciding.propose(DECIDER, extending(house, dossier, visa, WITH_CRISIS)));
        assertThat(beyond.refusal().code()).isEqualTo("scope-not-in-version");
        assertThat(beyond.refusal().details())
                .containsEntry("scope", "CYBER_CRISIS_MANAGEMENT")
                .containsEntry("scheme", "pris-3.0");
        Set<String> malware = Set.of("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION", "MALWARE_ANALYSIS");
        assertThat(refusal(() -> house.deciding.propose(DECIDER, extending(house, dossier, visa, malware)))
                        .refusal()
                        .code())
                .as("what its version defines is asked about where the dossier stands")
                .isNotEqualTo("scope-not-in-version");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_sponsored_a_visa_that_is_not_listed_opens_what_follows_it_and_nobody_else_learns_of_it(
            Database database) {
        House house = house(database);
        Visa visa = only(house);
        OpenDossier.Request request = extension(visa, OWN);

        assertThat(refusal(() -> house.opening.open(Matters.VENDOR, request))
                        .refusal()
                        .code())
                .isEqualTo("visa-unknown");
        assertThat(house.opening.open(SPONSOR, request).opening().about()).hasValue(visa.id());
    }

    /** It is not listed. */
    private static Visa only(House house) {
        List<Visa> all = new ArrayList<>();
        house.visas.forEach(all::add);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static OpenDossier.Request extension(Visa visa, Set<String> scopes) {
        return new OpenDossier.Request(
                SchemeVersionId.of("pris", "crise-unverified"),
                DossierKind.EXTENSION,
                Optional.of(visa.id()),
                new Application(
                        visa.facts().subject(),
                        Optional.of("HIGH"),
                        scopes,
                        Optional.empty(),
                        false,
                        Map.of(),
                        Set.of(),
                        false),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static DecisionContent extending(House house, Dossier dossier, Visa visa, Set<String> scopes) {
        return Reasons.given(new DecisionContent(
                DecisionKind.EXTEND_SCOPE,
                Optional.of(dossier.id()),
                dossier.version(),
                Optional.of(visa.id()),
                visa.version(),
                house.calendar.today(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scopes,
                Optional.of("HIGH"),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted");
    }
}
