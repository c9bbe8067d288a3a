package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.infrastructure.schemes.Shipped.SCHEMES;
import static org.sceau.registry.infrastructure.schemes.Shipped.breaks;
import static org.sceau.registry.infrastructure.schemes.Shipped.conduct;
import static org.sceau.registry.infrastructure.schemes.Shipped.deciding;
import static org.sceau.registry.infrastructure.schemes.Shipped.version;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;

/** Labels and authorisations that no official catalogue holds: a scheme is only a file. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedAuthorisationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 22);

    @Test
    void a_family_of_authorisations_is_never_public_and_every_other_one_is() {
        assertThat(SCHEMES.families().stream()
                        .map(Family::id)
                        .filter(family -> !SCHEMES.isPublic(family))
                        .map(FamilyId::value))
                .containsExactly("r226", "l34-11");
        assertThat(SCHEMES.publicFamilies())
                .noneMatch(family -> family.id().value().startsWith("r226"));
        assertThat(SCHEMES.isPublic(new FamilyId("unknown"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r226-3", "r226-7", "l34-11"})
    void an_authorisation_is_listed_nowhere_and_publishes_no_document(String scheme) {
        SchemeVersion authorisation = version(scheme, "1");

        assertThat(authorisation.isListed()).isFalse();
        assertThat(authorisation.isAlwaysPublic()).isFalse();
        assertThat(authorisation.outcome().value()).isEqualTo(OutcomeKind.AUTHORISATION);
        assertThat(authorisation.documents()).isEmpty();
        assertThat(conduct(scheme, "1").procedure().documents())
                .allMatch(type -> type.publishedAs().isEmpty());
        assertThat(new TableSchemas(SCHEMES).all()).doesNotContainKey(authorisation.family());
    }

    @Test
    void every_renewal_under_L_34_11_is_asked_whether_it_comes_in_time_and_whether_it_is_one() {
        Conduct l34 = conduct("l34-11", "1");
        Asked renewal = Asked.on(DAY).as(DossierKind.RENEWAL).with("major-update", new FactValue.Flag(true));

        assertThat(breaks(l34, "l34-11-renewal-late", renewal))
                .as("no end is known of what it is about")
                .isTrue();
        assertThat(breaks(l34, "l34-11-renewal-late", Asked.on(DAY))).isFalse();
        assertThat(breaks(l34, "l34-11-major-update", renewal)).isTrue();
        assertThat(breaks(l34, "l34-11-update-not-major", renewal)).isFalse();
        assertThat(l34.procedure().movesFrom("draft", DossierKind.RENEWAL))
                .filteredOn(move -> move.step().equals("submit"))
                .allMatch(move -> move.rules().containsAll(List.of("l34-11-renewal-late", "l34-11-major-update")));
        assertThat(l34.followUp(DossierKind.REEVALUATION).orElseThrow().decisions())
                .contains(DecisionKind.GRANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r226-3", "r226-7", "l34-11"})
    void a_withdrawal_needs_a_dossier_in_which_the_holder_was_heard(String scheme) {
        Conduct conduct = conduct(scheme, "1");

        assertThat(breaks(conduct, "holder-not-heard", Asked.on(DAY).as(DossierKind.SURVEILLANCE)))
                .isTrue();
        assertThat(conduct.decision(DecisionKind.WITHDRAW).orElseThrow().rules())
                .contains("holder-not-heard");
        assertThat(conduct.followUp(DossierKind.SURVEILLANCE).orElseThrow().openedBy())
                .containsExactly(Role.CERTIFIER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r226-3", "r226-7"})
    void R_226_decides_after_the_commission_and_knows_no_renewal(String scheme) {
        Conduct r226 = conduct(scheme, "1");

        assertThat(r226.decision(DecisionKind.RENEW)).isEmpty();
        assertThat(r226.followUps()).extracting(row -> row.kind()).containsExactly(DossierKind.SURVEILLANCE);
        assertThat(r226.procedure().movesFrom("commission", DossierKind.INITIAL))
                .anyMatch(move -> move.documents().contains("OPINION"));
        assertThat(deciding(r226, DecisionKind.GRANT))
                .allMatch(move -> move.documents().contains("OPINION"));
    }

    @ParameterizedTest
    @CsvSource({"r226-3, devices conditions validity", "r226-7, devices use conditions validity"})
    void an_authorisation_under_R_226_says_how_many_devices_and_under_which_conditions(String scheme, String says) {
        Conduct r226 = conduct(scheme, "1");

        assertThat(r226.publication().certificateFields())
                .noneMatch(PublicationRule.Field::ifAny)
                .extracting(PublicationRule.Field::id)
                .containsExactly(says.split(" "));
        assertThat(r226.decision(DecisionKind.GRANT).orElseThrow().asks()).contains(DecisionRule.Part.CONDITIONS);
        assertThat(r226.surveillance().duties())
                .filteredOn(duty -> duty.id().equals("device-marked"))
                .singleElement()
                .matches(duty -> duty.by() == Duty.Bearer.HOLDER);
        assertThat(r226.reasonsOf(DecisionKind.WITHDRAW))
                .as("what a breach is called in the decision")
                .extracting(Reason::code)
                .contains("device-unmarked");
    }

    @Test
    void whoever_trades_devices_keeps_a_register_and_deals_with_authorised_parties_alone() {
        assertThat(conduct("r226-3", "1").surveillance().duties())
                .extracting(Duty::id)
                .containsExactly(
                        "device-marked", "register-kept", "authorised-parties-only", "complaint-handler-apart");
        assertThat(conduct("r226-3", "1").reasonsOf(DecisionKind.WITHDRAW))
                .extracting(Reason::code)
                .contains("register-not-kept", "unauthorised-party");
    }

    @Test
    void the_EBIOS_RM_label_is_refused_to_software_that_runs_fewer_than_five_workshops() {
        Conduct label = conduct("ebios-rm", "1");
        Asked asked = Asked.on(DAY).with("exports", new FactValue.Flag(true));

        assertThat(breaks(label, "ebios-workshops", asked.with("workshops", new FactValue.Whole(4))))
                .isTrue();
        assertThat(breaks(label, "ebios-workshops", asked.with("workshops", new FactValue.Whole(5))))
                .isFalse();
        assertThat(version("ebios-rm", "1").scopes())
                .extracting(scope -> scope.id())
                .containsExactly("STANDALONE", "CLIENT_SERVER", "SAAS");
        assertThat(version("ebios-rm", "1").validity().verified()).isFalse();
    }

    @Test
    void the_announced_trust_label_says_of_its_rules_that_nobody_has_read_them() {
        SchemeVersion label = version("trust-label", "1");
        Conduct conduct = label.conduct().orElseThrow();

        assertThat(label.applicability().verified()).isFalse();
        assertThat(label.validity().verified()).isFalse();
        assertThat(label.subjects().verified()).isFalse();
        assertThat(conduct.procedure().stages()).noneMatch(stage -> stage.verified());
        assertThat(conduct.procedure().moves()).noneMatch(move -> move.verified());
        assertThat(conduct.decisions())
                .filteredOn(row -> row.kind() != DecisionKind.CORRECT)
                .noneMatch(row -> row.verified());
        assertThat(conduct.publication().verified()).isFalse();
    }
}
