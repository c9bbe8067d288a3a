package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What holds of a whole registry from one decision to the next, in the words of the invariants and with a memory of its own: neither the rows
 * of a scheme nor what evaluates them is asked. Each method bears the numbers it holds.
 */
final class RegistryWordsMustHold {
    private static final Set<String> SUPERVISED = Set.of("eucc", "eucc-pp");
    private static final Set<Role> SUPERVISING = EnumSet.of(Role.NCCA_SUPERVISOR, Role.NCCA_APPROVER);
    private static final Set<Role> ISSUING = EnumSet.of(Role.CERTIFIER, Role.REVIEWER, Role.DECIDER);
    private static final List<String> LEVELS = List.of("SUBSTANTIAL", "HIGH");
    private static final Set<String> ANNEX_VII = Set.of(
            "identifier",
            "product-name",
            "product-type",
            "product-version",
            "holder",
            "holder-page",
            "certification-body",
            "laboratory",
            "ncca",
            "regulation",
            "report-reference",
            "assurance-level",
            "standard",
            "assurance-components",
            "issue-date",
            "validity");
    private static final Pattern EUCC_NUMBER = Pattern.compile("EUCC-\\d{4}-(\\d{4})-\\d+");
    private static final LocalDate YEAR_OF_THE_FIRST_SINCE = LocalDate.parse("2025-12-29");

    private record Pair(String activity, Optional<String> level) {}

    private final Map<String, Map<String, Set<Role>>> acted = new HashMap<>();
    private final Map<String, VisaId> numbers = new HashMap<>();
    private final Map<VisaId, LocalDate> firstCertificates = new HashMap<>();
    private final Map<VisaId, Set<LaboratoryId>> evaluators = new HashMap<>();
    private final Map<VisaId, Set<Pair>> granted = new HashMap<>();
    private final Map<VisaId, Boolean> consents = new HashMap<>();

    /**
     * All of them.
     *
     * @param dossierAfter the dossier as it is now
     * @param laboratories those it was assigned to
     * @param facilities   names of all evaluation facilities on record
     * @param resting      all visas that rest on others, as they are now
     */
    void check(
            Turn turn,
            Optional<Dossier> dossierAfter,
            Collection<Laboratory> laboratories,
            Set<String> facilities,
            List<Visa> resting,
            String where) {
        laboratories.forEach(laboratory -> holds_04_no_title_is_too_long(laboratory.titles(), where));
        holds_09_who_supervises_issues_nothing(turn, dossierAfter, where);
        holds_23_a_number_is_given_once(turn, where);
        holds_34_a_reassessment_goes_to_the_same_laboratory(turn, where);
        holds_40_each_pair_was_granted(turn, where);
        holds_62_only_what_was_consented_to_is_listed(turn, where);
        holds_47_what_rests_on_a_visa_is_not_changed_with_it(turn, resting, where);
        holds_69_an_evaluation_facility_decides_nothing(turn, facilities, where);
    }

    static void holds_04_no_title_is_too_long(List<Title> titles, String where) {
        for (Title title : titles) {
            if (title.kind() == Competence.Title.ACCREDITATION) {
                assertThat(title.lastDay())
                        .as(where)
                        .isBeforeOrEqualTo(title.firstDay().plusYears(5));
            }
            if (title.kind() == Competence.Title.AUTHORISATION) {
                assertThat(titles)
                        .as("an accreditation that lasts as long as " + title.lastDay() + ": " + where)
                        .anyMatch(one -> one.kind() == Competence.Title.ACCREDITATION
                                && one.schemes().containsAll(title.schemes())
                                && !one.lastDay().isBefore(title.lastDay()));
            }
        }
    }

    void holds_09_who_supervises_issues_nothing(Turn turn, Optional<Dossier> dossier, String where) {
        if (!SUPERVISED.contains(turn.scheme())) {
            return;
        }
        Map<String, Set<Role>> here = acted.computeIfAbsent(turn.scheme(), any -> new HashMap<>());
        dossier.ifPresent(known -> known.history()
                .involved()
                .forEach(act -> here.computeIfAbsent(act.name(), any -> EnumSet.noneOf(Role.class))
                        .add(act.role())));
        for (Actor officer : List.of(turn.proposer(), turn.approver())) {
            here.computeIfAbsent(officer.name(), any -> EnumSet.noneOf(Role.class))
                    .addAll(officer.roles());
        }
        here.forEach((name, roles) -> assertThat(roles.stream().anyMatch(SUPERVISING::contains)
                        && roles.stream().anyMatch(ISSUING::contains))
                .as("%s acted as %s under %s: %s", name, roles, turn.scheme(), where)
                .isFalse());
    }

    void holds_23_a_number_is_given_once(Turn turn, String where) {
        turn.visa().ifPresent(visa -> {
            VisaFacts facts = visa.facts();
            String number = facts.family() + " " + facts.reference().text() + " "
                    + facts.reference().year();
            assertThat(numbers.getOrDefault(number, visa.id()))
                    .as("%s: %s", number, where)
                    .isEqualTo(visa.id());
            numbers.put(number, visa.id());
            turn.before()
                    .filter(before -> turn.granted().isEmpty())
                    .ifPresent(before -> assertThat(facts.reference()).as(where).isEqualTo(before.reference()));
            if (turn.granted().isPresent()) {
                LocalDate first = facts.relations().stream()
                        .filter(relation -> relation.kind() == Relation.Kind.REPLACES)
                        .flatMap(relation -> Optional.ofNullable(firstCertificates.get(relation.visa())).stream())
                        .findFirst()
                        .orElse(turn.day());
                firstCertificates.put(visa.id(), first);
                if (SUPERVISED.contains(turn.scheme()) && !turn.day().isBefore(YEAR_OF_THE_FIRST_SINCE)) {
                    Matcher parts = EUCC_NUMBER.matcher(facts.reference().text());
                    assertThat(parts.matches()).as("%s: %s", number, where).isTrue();
                    assertThat(Integer.parseInt(parts.group(1)))
                            .as("the year of the first certificate, of %s: %s", first, where)
                            .isEqualTo(first.getYear());
                }
            }
        });
    }

    void holds_34_a_reassessment_goes_to_the_same_laboratory(Turn turn, String where) {
        turn.dossier().ifPresent(dossier -> {
            Optional<Set<LaboratoryId>> before = turn.former().map(former -> evaluators.get(former.id()));
            if (SUPERVISED.contains(turn.scheme())
                    && dossier.opening().kind() == DossierKind.REASSESSMENT
                    && turn.kind() != DecisionKind.REFUSE) {
                before.ifPresent(former ->
                        assertThat(Set.copyOf(dossier.laboratories())).as(where).isEqualTo(former));
            }
            turn.visa()
                    .filter(visa -> turn.granted().isPresent())
                    .ifPresent(visa -> evaluators.put(visa.id(), Set.copyOf(dossier.laboratories())));
        });
    }

    void holds_40_each_pair_was_granted(Turn turn, String where) {
        turn.visa().ifPresent(visa -> {
            Set<Pair> known = granted.computeIfAbsent(visa.id(), any -> new HashSet<>());
            boolean gives = turn.granted().isPresent() || turn.kind() == DecisionKind.EXTEND_SCOPE;
            if (gives) {
                Dossier dossier = turn.dossier().orElseThrow();
                Optional<String> level = dossier.application().level();
                dossier.application().scopes().forEach(scope -> known.add(new Pair(scope, level)));
            }
            Optional<String> level = visa.facts().level().flatMap(Claim::term);
            visa.facts()
                    .scopes()
                    .forEach(scope -> assertThat(known)
                            .as("%s at %s: %s", scope, level, where)
                            .anyMatch(pair -> pair.activity().equals(scope) && reaches(pair.level(), level)));
        });
    }

    private static boolean reaches(Optional<String> has, Optional<String> said) {
        return has.equals(said)
                || has.isPresent()
                        && said.isPresent()
                        && LEVELS.contains(said.get())
                        && LEVELS.indexOf(has.get()) >= LEVELS.indexOf(said.get());
    }

    void holds_62_only_what_was_consented_to_is_listed(Turn turn, String where) {
        turn.visa().ifPresent(visa -> {
            if (turn.granted().isPresent()) {
                consents.put(
                        visa.id(), turn.dossier().orElseThrow().application().listed());
            }
            turn.content()
                    .correction()
                    .flatMap(correction -> correction.listed())
                    .ifPresent(consent -> consents.put(visa.id(), consent));
            if (SUPERVISED.contains(turn.scheme())) {
                assertThat(visa.facts().listed()).as(where).isTrue();
            } else if (visa.facts().listed()) {
                assertThat(consents).as(where).containsEntry(visa.id(), true);
            }
        });
    }

    static void holds_69_an_evaluation_facility_decides_nothing(Turn turn, Set<String> facilities, String where) {
        assertThat(facilities)
                .as(where)
                .doesNotContain(turn.proposer().organisation(), turn.approver().organisation());
    }

    static void holds_47_what_rests_on_a_visa_is_not_changed_with_it(Turn turn, List<Visa> resting, String where) {
        turn.visa()
                .filter(visa -> turn.granted().isEmpty())
                .ifPresent(base -> assertThat(resting.stream()
                                .filter(visa -> visa.facts()
                                        .relations()
                                        .contains(new Relation(Relation.Kind.BASED_ON, base.id())))
                                .filter(visa -> visa.recordedAt().equals(base.recordedAt())))
                        .as(where)
                        .isEmpty());
    }

    /** @param said ids of the fields of a certificate that say something */
    static void holds_17_a_certificate_has_every_field(Set<String> said, String where) {
        assertThat(said).as(where).containsAll(ANNEX_VII);
    }

    /** @param ended the last day on which anything happened to what may be erased */
    static void holds_56_nothing_is_erased_within_five_years(LocalDate ended, LocalDate erased, String where) {
        assertThat(erased).as(where).isAfterOrEqualTo(ended.plusYears(5));
    }

    /** Whoever is asked for a remedy of what is certified. */
    static void holds_39_a_remedy_is_due_within_thirty_days(LocalDate asked, LocalDate due, String where) {
        assertThat(due).as(where).isBeforeOrEqualTo(asked.plusDays(30));
    }
}
