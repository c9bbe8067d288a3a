package org.sceau.registry.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusOnDay;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusWordsTest {
    private static final LocalDate SINCE = LocalDate.parse("2026-03-12");
    private static final LocalDate UNTIL = LocalDate.parse("2031-03-12");

    private static Verdict said(Language language, VisaStatus status, Optional<LocalDate> until, boolean overdue) {
        return StatusWords.in(language)
                .verdict(new StatusOnDay(status, SINCE, until, Optional.empty(), overdue), SubjectKind.PRODUCT);
    }

    @Test
    void invariant_30_a_suspension_that_ran_out_is_never_said_to_be_in_force() {
        Verdict french = said(Language.FRENCH, VisaStatus.SUSPENDED, Optional.of(UNTIL), true);
        Verdict english = said(Language.ENGLISH, VisaStatus.SUSPENDED, Optional.of(UNTIL), true);

        assertThat(french.says()).isEqualTo("Suspendu depuis le 12 mars 2026");
        assertThat(french.means())
                .isEqualTo("Période de suspension écoulée, décision en attente."
                        + " Ne vous y fiez pas pour un nouvel achat.");
        assertThat(english.means())
                .isEqualTo("Suspension period elapsed, decision pending. Do not rely on it for a new purchase.");
        assertThat(english.tag()).isEqualTo("Suspended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_FORCE | En vigueur jusqu’au 12 mars 2031 | Vous pouvez vous y fier pour ces versions, sous ces conditions.",
                "SUSPENDED | Suspendu depuis le 12 mars 2026 | Ne vous y fiez pas pour un nouvel achat."
                        + " Une décision suit avant le 12 mars 2031.",
                "WITHDRAWN | Retiré le 12 mars 2026 | Ce visa ne vaut plus.",
                "EXPIRED | Expiré depuis le 12 mars 2026 | La période est finie ; personne n’atteste plus sa sécurité.",
                "ARCHIVED | Archivé le 12 mars 2026 | Fin de validité ou vulnérabilité connue ; gardé pour mémoire.",
                "NOT_MAINTAINED | Non maintenu | Ancien, sans date de fin ni suivi des vulnérabilités : rien ne garantit l’absence de vulnérabilité, une nouvelle certification est conseillée.",
                "NOT_YET_IN_FORCE | Pas encore en vigueur, à partir du 12 mars 2026 | Accordé, mais sa première journée"
                        + " n’est pas venue ; ne vaut pas encore visa."
            })
    void each_status_has_its_french_sentence(VisaStatus status, String says, String means) {
        Verdict verdict = said(Language.FRENCH, status, Optional.of(UNTIL), false);

        assertThat(verdict.says()).isEqualTo(says);
        assertThat(verdict.means()).isEqualTo(means);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_FORCE | In force until 12 March 2031 | You can rely on it for these versions, under these conditions.",
                "SUSPENDED | Suspended since 12 March 2026 | Do not rely on it for a new purchase. A decision follows by"
                        + " 12 March 2031.",
                "WITHDRAWN | Withdrawn on 12 March 2026 | This visa no longer holds.",
                "EXPIRED | Expired since 12 March 2026 | Its period is over; nobody vouches for it any more.",
                "ARCHIVED | Archived on 12 March 2026 | Ended, or a vulnerability is known; kept for the record.",
                "NOT_MAINTAINED | Not maintained | Old, without end date or vulnerability follow-up: nobody vouches for the absence of vulnerabilities, and a new certification is advised.",
                "NOT_YET_IN_FORCE | Not yet in force, from 12 March 2026 | Granted, but its first day has not come; not a"
                        + " visa yet."
            })
    void each_status_has_its_english_sentence(VisaStatus status, String says, String means) {
        Verdict verdict = said(Language.ENGLISH, status, Optional.of(UNTIL), false);

        assertThat(verdict.says()).isEqualTo(says);
        assertThat(verdict.means()).isEqualTo(means);
    }

    @ParameterizedTest
    @EnumSource(VisaStatus.class)
    void every_status_has_a_word_an_icon_and_a_tone_beside_its_colour(VisaStatus status) {
        for (Language language : Language.values()) {
            Verdict verdict = said(language, status, Optional.empty(), false);

            assertThat(verdict.tag()).isNotBlank();
            assertThat(verdict.mark()).isEqualTo(status.code());
            assertThat(verdict.tone()).isIn("ok", "pause", "stop", "past", "care", "next");
        }
    }

    @Test
    void only_a_visa_in_force_is_shown_as_one_to_rely_on() {
        for (VisaStatus status : VisaStatus.values()) {
            assertThat(StatusWords.tone(status).equals("ok")).isEqualTo(status.isReliable());
        }
    }

    @Test
    void a_visa_without_end_date_says_so() {
        assertThat(said(Language.FRENCH, VisaStatus.IN_FORCE, Optional.empty(), false)
                        .says())
                .isEqualTo("En vigueur depuis le 12 mars 2026, sans date de fin");
    }

    @ParameterizedTest
    @EnumSource(SubjectKind.class)
    void a_visa_in_force_says_what_to_rely_on_for_every_kind_of_subject(SubjectKind kind) {
        StatusOnDay inForce = new StatusOnDay(VisaStatus.IN_FORCE, SINCE, Optional.of(UNTIL), Optional.empty(), false);

        assertThat(StatusWords.in(Language.ENGLISH).verdict(inForce, kind).means())
                .startsWith("You can rely on it for th");
    }

    @Test
    void the_published_ground_ends_with_one_full_stop() {
        StatusOnDay withdrawn =
                new StatusOnDay(VisaStatus.WITHDRAWN, SINCE, Optional.empty(), Optional.of("Capital non tenu."), false);

        assertThat(StatusWords.in(Language.FRENCH)
                        .verdict(withdrawn, SubjectKind.SERVICE)
                        .reason())
                .isEqualTo("Motif publié : Capital non tenu.");
    }

    @Test
    void what_is_not_here_is_never_said_to_be_uncertified() {
        Verdict french = StatusWords.in(Language.FRENCH).unknown("dans la liste n° 131 du 20 novembre 2026");

        assertThat(french.says()).isEqualTo("Inconnu de ce registre");
        assertThat(french.means())
                .isEqualTo("Rien dans la liste n° 131 du 20 novembre 2026 ; n’en concluez rien sur le produit.");
    }
}
