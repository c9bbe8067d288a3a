package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * What holds of a dossier from which a visa is issued, in the words of the invariants: neither the rows of a scheme nor what evaluates
 * them is asked. Each method bears the numbers it holds.
 */
public final class IssueMustHold {
    private static final Set<String> EUCC = Set.of("eucc", "eucc-pp");
    private static final Set<String> LISTED_DOMAINS = Set.of("smartcards", "hw-security-boxes");
    private static final Set<String> LISTED_PROFILES = Set.of("ANSSI-CC-PP-2018/02-M01", "ANSSI-CC-PP-2016/05-M01");
    private static final Set<String> LISTED_MARKINGS =
            Set.of("diffusion-restreinte", "eu-restricted", "nato-restricted");
    private static final LocalDate LAST_DAY_OF_CC_3_1 = LocalDate.parse("2027-12-31");

    /**
     * A visa that is issued from a dossier.
     *
     * @param dossier with all that was in it then
     * @param day     legal day of the decision
     * @param at      its instant
     * @param body    who issues it
     * @param about   the visa that the dossier is about
     */
    public record Issued(
            SchemeVersionId scheme,
            Dossier dossier,
            LocalDate day,
            Instant at,
            CertificationBody body,
            Optional<About> about) {

        /** Scheme and first day of a visa. */
        public record About(String scheme, LocalDate firstDay) {}

        boolean isOf(String name) {
            return scheme.scheme().value().equals(name);
        }

        long van() {
            return dossier.application().facts().get("van") instanceof FactValue.Whole van ? van.value() : 0;
        }

        Set<String> words(String fact) {
            return dossier.application().facts().get(fact) instanceof FactValue.Words words ? words.values() : Set.of();
        }

        boolean isEucc() {
            return EUCC.contains(scheme.scheme().value());
        }

        /** AVA_VAN 3 to 5 is level high (EUCC Art. 4(3)). */
        boolean isHigh() {
            return isOf("eucc") && van() >= 3;
        }

        boolean isApproved(String type) {
            return dossier.history().approvals().stream()
                    .filter(approval ->
                            approval.type().equals(type) && approval.withdrawn().isEmpty())
                    .flatMap(approval -> approval.answer().stream())
                    .anyMatch(answer -> answer.given() && !answer.day().isAfter(day));
        }
    }

    private IssueMustHold() {}

    /** All of them. */
    public static void check(Issued issued, String where) {
        holds_03_whoever_issues_high_may(issued, where);
        holds_12_all_four_come_before_the_certificate(issued, where);
        holds_13_nothing_waits_for_the_authority(issued, where);
        holds_14_no_level_stands_beside_the_AVA_VAN(issued, where);
        holds_15_AVA_VAN_4_has_its_domain_profile_or_exception(issued, where);
        holds_16_no_EUCC_certificate_is_of_level_basic(issued, where);
        holds_18_components_are_named_without_plus(issued, where);
        holds_26_CC_3_1_is_not_cited_after_2027(issued, where);
        holds_63_no_marking_above_the_three_is_granted(issued, where);
    }

    static void holds_03_whoever_issues_high_may(Issued issued, String where) {
        if (issued.body().authority()) {
            return;
        }
        if (issued.isHigh()) {
            assertThat(has(issued, Entitlement.Kind.AUTHORISATION))
                    .as("authorised to certify level high: " + where)
                    .isTrue();
            assertThat(has(issued, Entitlement.Kind.DELEGATION) || issued.isApproved("certificate-approval"))
                    .as("a delegation, or approval of this very certificate: " + where)
                    .isTrue();
        }
        // A profile needs the word of the authority at any level (EUCC Art. 17(4)).
        if (issued.isOf("eucc-pp")) {
            assertThat(has(issued, Entitlement.Kind.DELEGATION) || issued.isApproved("profile-approval"))
                    .as("a delegation, or approval of this very profile: " + where)
                    .isTrue();
        }
    }

    private static boolean has(Issued issued, Entitlement.Kind kind) {
        return issued.body().entitlements().stream()
                .filter(one -> one.kind() == kind
                        && one.schemes().contains(issued.scheme().scheme()))
                .filter(one -> !issued.day().isBefore(one.from())
                        && !issued.day().isAfter(one.until().orElse(LocalDate.MAX)))
                .filter(one -> one.levels().isEmpty() || one.levels().contains("HIGH"))
                .anyMatch(one -> one.suspensions().stream()
                        .noneMatch(rest -> !issued.day().isBefore(rest.from())
                                && !issued.day().isAfter(rest.until().orElse(LocalDate.MAX))));
    }

    static void holds_12_all_four_come_before_the_certificate(Issued issued, String where) {
        // A minor change is no evaluation, and took a new certificate before (EU) 2024/3144.
        if (!issued.isEucc() || issued.dossier().opening().kind() == DossierKind.MAINTENANCE) {
            return;
        }
        assertThat(issued.dossier().history().documents())
                .as("signed commitments: " + where)
                .anyMatch(paper ->
                        paper.type().equals("COMMITMENTS") && !paper.at().isAfter(issued.at()));
        for (String type : List.of("laboratory-conclusion", "review-conclusion", "consistency-check")) {
            Optional<Conclusion> newest = issued.dossier().history().conclusions().stream()
                    .filter(conclusion ->
                            conclusion.type().equals(type) && !conclusion.at().isAfter(issued.at()))
                    .reduce((former, later) -> later);
            assertThat(newest.map(Conclusion::favourable))
                    .as(type + ": " + where)
                    .contains(true);
        }
    }

    static void holds_13_nothing_waits_for_the_authority(Issued issued, String where) {
        assertThat(issued.dossier().history().approvals())
                .as("requests without an answer that nobody took back: " + where)
                .noneMatch(approval ->
                        approval.answer().isEmpty() && approval.withdrawn().isEmpty());
    }

    static void holds_14_no_level_stands_beside_the_AVA_VAN(Issued issued, String where) {
        if (issued.isOf("eucc")) {
            assertThat(issued.van()).as(where).isBetween(1L, 5L);
            assertThat(issued.dossier().application().level().orElse(levelOf(issued.van())))
                    .as(where)
                    .isEqualTo(levelOf(issued.van()));
        }
    }

    /** AVA_VAN 1-2 is substantial, 3-5 high. */
    public static String levelOf(long van) {
        return van <= 2 ? "SUBSTANTIAL" : "HIGH";
    }

    static void holds_15_AVA_VAN_4_has_its_domain_profile_or_exception(Issued issued, String where) {
        if (issued.isOf("eucc") && issued.van() >= 4) {
            assertThat(issued.words("technical-domain").stream().anyMatch(LISTED_DOMAINS::contains)
                            || issued.words("protection-profiles").stream().anyMatch(LISTED_PROFILES::contains)
                            || issued.isApproved("assurance-exception"))
                    .as("AVA_VAN.%d: %s", issued.van(), where)
                    .isTrue();
        }
    }

    static void holds_16_no_EUCC_certificate_is_of_level_basic(Issued issued, String where) {
        if (issued.isEucc()) {
            assertThat(issued.dossier().application().level().filter("BASIC"::equals))
                    .as(where)
                    .isEmpty();
            assertThat(issued.dossier().history().stages().stream()
                            .filter(entry -> entry.step().equals("grant"))
                            .flatMap(entry -> entry.by().stream())
                            .map(Person::organisation))
                    .as("who issues is not who applies: " + where)
                    .doesNotContain(
                            issued.dossier().parties().holder().name(),
                            issued.dossier().parties().sponsor().name());
        }
    }

    static void holds_18_components_are_named_without_plus(Issued issued, String where) {
        if (issued.isEucc()) {
            assertThat(issued.words("assurance-components")).as(where).noneMatch(word -> word.contains("+"));
        }
    }

    static void holds_26_CC_3_1_is_not_cited_after_2027(Issued issued, String where) {
        // The original text set no such day; it never applied.
        if (issued.scheme().version().equals("2024-02-27")) {
            return;
        }
        boolean replacesNational = issued.about()
                .filter(visa -> visa.scheme().equals("cc-fr"))
                .filter(visa -> !issued.dossier()
                        .opening()
                        .day()
                        .isAfter(visa.firstDay().plusYears(2)))
                .isPresent();
        if (issued.isOf("eucc") && !replacesNational && issued.day().isAfter(LAST_DAY_OF_CC_3_1)) {
            assertThat(issued.words("standard")).as(where).doesNotContain("cc-3.1-r5");
        }
    }

    static void holds_63_no_marking_above_the_three_is_granted(Issued issued, String where) {
        assertThat(LISTED_MARKINGS).as(where).containsAll(issued.words("agrement"));
    }
}
