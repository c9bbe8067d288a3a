package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.of;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** Authorisations once they exist: their renewal, and how their holder is heard before they are taken back. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuthorisationDossierTest {
    private static final VisaId ABOUT = new VisaId(UUID.fromString("00000000-0000-4000-8000-000000000b34"));

    /** It ends on 31 Oct 2026: Code des postes et des communications électroniques, Art. L. 34-11. */
    @Nested
    class Renewal_under_L_34_11 {

        @Test
        void it_is_refused_less_than_two_months_before_the_end_of_the_authorisation_itself() {
            Story late = filled(renewal(Map.of())).on("2026-09-01");

            assertThat(code(() -> late.takes(VENDOR, "submit"))).isEqualTo("l34-11-renewal-late");

            Story inTime = filled(renewal(Map.of())).on("2026-08-31").takes(VENDOR, "submit");
            assertThat(inTime.dossier().stage()).isEqualTo("submitted");
        }

        @Test
        void one_that_was_asked_for_in_time_may_be_completed_later() {
            Story story = filled(renewal(Map.of())).on("2026-08-31").takes(VENDOR, "submit");
            story.on("2026-09-20").takes(CERTIFIER, "ask-completion", "Motifs.").takes(VENDOR, "complete");

            assertThat(story.dossier().stage()).isEqualTo("submitted");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-08-31", "2026-09-20"})
        void a_major_update_is_no_way_around_it_but_a_new_authorisation_at_any_time(String day) {
            Map<String, FactValue> major = Map.of("major-update", new FactValue.Flag(true));

            assertThat(code(() -> filled(renewal(major)).on(day).takes(VENDOR, "submit")))
                    .isIn("l34-11-major-update", "l34-11-renewal-late");
            assertThat(code(() -> filled(follow(DossierKind.REEVALUATION, Map.of()))
                            .on(day)
                            .takes(VENDOR, "submit")))
                    .as("nor is a re-evaluation one around the renewal")
                    .isEqualTo("l34-11-update-not-major");

            Story update = filled(follow(DossierKind.REEVALUATION, major))
                    .on(day)
                    .takes(VENDOR, "submit")
                    .takes(CERTIFIER, "admit")
                    .takes(CERTIFIER, "accept")
                    .decides(DECIDER, DecisionKind.GRANT);
            assertThat(update.dossier().stage()).isEqualTo("granted");
        }

        @Test
        void a_major_update_is_refused_as_a_renewal_even_long_before_the_end() {
            assertThat(code(() -> filled(renewal(Map.of("major-update", new FactValue.Flag(true))))
                            .on("2026-02-10")
                            .takes(VENDOR, "submit")))
                    .isEqualTo("l34-11-major-update");
        }

        private Story renewal(Map<String, FactValue> facts) {
            return follow(DossierKind.RENEWAL, facts);
        }

        private Story follow(DossierKind kind, Map<String, FactValue> facts) {
            return about("l34-11", kind, facts);
        }
    }

    @Nested
    class Devices_under_R_226_3 {

        @Test
        void the_commission_is_not_asked_and_nothing_is_authorised_before_their_number_is_said() {
            assertThat(code(() -> examined(Map.of()).takes(CERTIFIER, "ask-opinion")))
                    .isEqualTo("r226-devices-unsaid");

            Story said = examined(Map.of("devices", new FactValue.Whole(12)))
                    .takes(CERTIFIER, "ask-opinion")
                    .deposits(REVIEWER, "OPINION")
                    .concludes(REVIEWER, "commission-opinion", true)
                    .takes(REVIEWER, "record-opinion");
            assertThat(said.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            assertThat(said.look()
                            .scheme()
                            .conduct()
                            .flatMap(conduct -> conduct.decision(DecisionKind.GRANT))
                            .orElseThrow()
                            .rules())
                    .contains("r226-devices-unsaid");
        }

        private Story examined(Map<String, FactValue> facts) {
            return filled(service("r226-3", "1", Optional.empty(), Set.of("SALE"), facts))
                    .takes(VENDOR, "submit")
                    .takes(CERTIFIER, "admit");
        }
    }

    /** Code pénal, Art. R. 226-2. */
    @Nested
    class Opinion_of_the_commission {

        @ParameterizedTest
        @ValueSource(strings = {"r226-3", "r226-7"})
        void nothing_is_decided_on_a_paper_that_nobody_read_as_an_opinion(String scheme) {
            Story paper = before(scheme).deposits(REVIEWER, "OPINION");

            assertThat(code(() -> paper.takes(REVIEWER, "record-opinion"))).isEqualTo("commission-not-heard");
            assertThat(code(() -> paper.concludes(CERTIFIER, "commission-opinion", true)))
                    .isEqualTo("role-missing");
            for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.REFUSE)) {
                assertThat(paper.look()
                                .scheme()
                                .conduct()
                                .flatMap(conduct -> conduct.decision(kind))
                                .orElseThrow()
                                .rules())
                        .as("%s rests on it", kind)
                        .contains("commission-not-heard");
            }
        }

        @ParameterizedTest
        @CsvSource({"r226-3, true", "r226-3, false", "r226-7, true", "r226-7, false"})
        void an_opinion_binds_nobody_whichever_way_it_went(String scheme, boolean favourable) {
            Story heard = before(scheme)
                    .deposits(REVIEWER, "OPINION")
                    .concludes(REVIEWER, "commission-opinion", favourable)
                    .takes(REVIEWER, "record-opinion");

            assertThat(heard.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            assertThat(heard.inTheWayOf(DecisionKind.REFUSE)).isEqualTo("none");
        }

        private Story before(String scheme) {
            return filled(service(
                            scheme,
                            "1",
                            Optional.empty(),
                            Set.of(scheme.equals("r226-3") ? "SALE" : "HOLDING"),
                            Map.of("devices", new FactValue.Whole(12))))
                    .takes(VENDOR, "submit")
                    .takes(CERTIFIER, "admit")
                    .takes(CERTIFIER, "ask-opinion");
        }
    }

    @Nested
    class Hearing_the_holder {

        @ParameterizedTest
        @ValueSource(strings = {"r226-3", "r226-7", "l34-11"})
        void nothing_is_withdrawn_before_the_holder_was_asked_or_while_its_time_runs(String scheme) {
            Story story = control(scheme);

            assertThat(story.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("step-not-open");
            assertThat(code(() -> story.takes(CERTIFIER, "invite-comments"))).isEqualTo("document-missing");
            assertThat(code(() -> story.takes(CERTIFIER, "note-urgency", "Motifs.")))
                    .isEqualTo("conclusion-missing");
            assertThat(code(() -> story.takes(CERTIFIER, "note-request"))).isEqualTo("document-missing");
            story.deposits(CERTIFIER, "COMMENTS_INVITATION").takes(CERTIFIER, "invite-comments");
            assertThat(story.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("step-not-open");
            story.on("2026-02-24");
            assertThat(code(() -> story.takes(CERTIFIER, "close-comments", "Rien.")))
                    .as("the fifteenth day is still the holder's")
                    .isEqualTo("comments-still-open");

            story.on("2026-02-25").takes(CERTIFIER, "close-comments", "Rien.").decides(DECIDER, DecisionKind.WITHDRAW);
            assertThat(story.dossier().stage()).isEqualTo("revoked");
        }

        @ParameterizedTest
        @ValueSource(strings = {"r226-3", "r226-7", "l34-11"})
        void a_holder_that_comments_need_not_wait(String scheme) {
            Story story =
                    control(scheme).deposits(CERTIFIER, "COMMENTS_INVITATION").takes(CERTIFIER, "invite-comments");
            assertThat(code(() -> story.takes(VENDOR, "comment"))).isEqualTo("document-missing");

            story.deposits(VENDOR, "HOLDER_COMMENTS").takes(VENDOR, "comment");
            assertThat(story.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("none");
        }

        @ParameterizedTest
        @ValueSource(strings = {"r226-3", "r226-7", "l34-11"})
        void urgency_is_the_authoritys_to_establish_with_its_reasons(String scheme) {
            Story story = control(scheme);

            assertThat(code(() -> story.concludes(VENDOR, "urgency", true))).isEqualTo("role-missing");
            story.concludes(CERTIFIER, "urgency", false);
            assertThat(code(() -> story.takes(CERTIFIER, "note-urgency", "Motifs.")))
                    .isEqualTo("conclusion-unfavourable");
            story.concludes(CERTIFIER, "urgency", true);
            assertThat(code(() -> story.takes(CERTIFIER, "note-urgency"))).isEqualTo("reason-missing");

            story.takes(CERTIFIER, "note-urgency", "Écoute en cours.").decides(DECIDER, DecisionKind.WITHDRAW);
            assertThat(story.dossier().stage()).isEqualTo("revoked");
        }

        @Test
        void an_order_to_restore_hears_the_holder_too() {
            Story story =
                    control("l34-11").deposits(CERTIFIER, "COMMENTS_INVITATION").takes(CERTIFIER, "invite-comments");
            assertThat(story.inTheWayOf(DecisionKind.RESTRICT)).isEqualTo("step-not-open");

            story.on("2026-03-02").takes(CERTIFIER, "close-comments", "Rien.").decides(DECIDER, DecisionKind.RESTRICT);
            assertThat(story.dossier().stage()).isEqualTo("granted");
        }

        @ParameterizedTest
        @ValueSource(strings = {"r226-3", "r226-7"})
        void a_conviction_entails_the_withdrawal_and_the_holder_may_ask_for_the_end_itself(String scheme) {
            assertThat(code(() -> control(scheme).takes(CERTIFIER, "note-conviction")))
                    .isEqualTo("document-missing");
            assertThat(code(() -> control(scheme).deposits(CERTIFIER, "HOLDER_REQUEST")))
                    .as("the authority does not ask in its place")
                    .isEqualTo("role-missing");

            assertThat(control(scheme)
                            .deposits(CERTIFIER, "CONVICTION")
                            .takes(CERTIFIER, "note-conviction")
                            .inTheWayOf(DecisionKind.WITHDRAW))
                    .isEqualTo("none");
            assertThat(control(scheme)
                            .deposits(VENDOR, "HOLDER_REQUEST")
                            .takes(CERTIFIER, "note-request")
                            .inTheWayOf(DecisionKind.WITHDRAW))
                    .isEqualTo("none");
        }

        private Story control(String scheme) {
            return about(scheme, DossierKind.SURVEILLANCE, Map.of()).takes(CERTIFIER, "open-control", "Signalement.");
        }
    }

    private static Story about(String scheme, DossierKind kind, Map<String, FactValue> facts) {
        return of(scheme, "1", kind, Optional.of(ABOUT), facts)
                .knowing(
                        ABOUT,
                        new Surroundings.Other(
                                new FamilyId(scheme.startsWith("r226") ? "r226" : scheme),
                                new SchemeId(scheme),
                                new Subject(SubjectKind.EQUIPMENT, "Sujet", Optional.of("1.0")),
                                LocalDate.parse("2023-11-01"),
                                Optional.of(LocalDate.parse("2026-10-31")),
                                Optional.empty(),
                                Set.of(),
                                VisaStatus.IN_FORCE),
                        List.of());
    }
}
