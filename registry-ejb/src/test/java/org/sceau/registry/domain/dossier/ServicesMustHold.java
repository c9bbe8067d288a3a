package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What holds of a dossier from which a service is qualified for some activities, in the words of the invariants: neither the rows of a
 * scheme nor what evaluates them is asked. Each method bears the numbers it holds.
 */
public final class ServicesMustHold {
    private static final String HIGH = "HIGH";
    private static final List<String> LEVELS = List.of("SUBSTANTIAL", HIGH);

    /** What is known of another visa on the day of the decision. */
    public record Held(String scheme, Set<String> scopes, Optional<String> level, boolean inForce) {}

    /**
     * A service that is qualified.
     *
     * @param dossier with all that was in it then
     * @param day     legal day of the decision
     * @param others  visas of others
     */
    public record Qualified(
            SchemeVersionId scheme, Dossier dossier, LocalDate day, Function<VisaId, Optional<Held>> others) {
        boolean isOf(String name) {
            return scheme.scheme().value().equals(name);
        }

        Set<String> scopes() {
            return dossier.application().scopes();
        }

        boolean isHigh() {
            return dossier.application().level().filter(HIGH::equals).isPresent();
        }
    }

    private ServicesMustHold() {}

    /** All of them. */
    public static void check(Qualified qualified, String where) {
        holds_42_PRIS_activities_go_together(qualified, where);
        holds_43_only_PASSI_2_1_knows_the_audit_of_industrial_systems(qualified, where);
        holds_44_at_level_high_everybody_holds_an_attestation(qualified, where);
        holds_45_subcontractors_have_the_activity_at_the_level(qualified, where);
        holds_46_SecNumCloud_is_European(qualified, where);
    }

    static void holds_42_PRIS_activities_go_together(Qualified qualified, String where) {
        Set<String> scopes = qualified.scopes();
        String version = qualified.scheme().version();
        // Version 2.0 names other activities; what goes together in it was not read.
        if (!qualified.isOf("pris") || version.equals("2.0")) {
            return;
        }
        assertThat(scopes.contains("COMPROMISE_INDICATOR_SEARCH"))
                .as("REC iff INV: " + where)
                .isEqualTo(scopes.contains("DIGITAL_INVESTIGATION"));
        if (scopes.contains("INVESTIGATION_COORDINATION")) {
            assertThat(scopes)
                    .as("PCI needs both: " + where)
                    .contains("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION");
        }
        if (version.equals("3.0")) {
            assertThat(scopes).as(where).doesNotContain("CYBER_CRISIS_MANAGEMENT");
        }
    }

    static void holds_43_only_PASSI_2_1_knows_the_audit_of_industrial_systems(Qualified qualified, String where) {
        if (!(qualified.isOf("passi") && qualified.scheme().version().equals("2.1"))) {
            assertThat(qualified.scopes()).as(where).doesNotContain("INDUSTRIAL_SYSTEMS_AUDIT");
        }
    }

    static void holds_44_at_level_high_everybody_holds_an_attestation(Qualified qualified, String where) {
        if (!qualified.isOf("passi")
                || !qualified.isHigh()
                || qualified.scheme().version().equals("2.1")) {
            return;
        }
        Set<String> bare = new HashSet<>(qualified.scopes());
        qualified.dossier().subcontracts().forEach(contract -> bare.remove(contract.activity()));
        for (Assignment named : qualified.dossier().staff()) {
            if (named.trainee().filter(Assignment.Trainee.OBSERVES::equals).isPresent()) {
                continue;
            }
            assertThat(named.attested())
                    .as("%s for %s: %s", named.person(), named.activity(), where)
                    .hasValueSatisfying(attestation -> assertThat(List.of(named.engagedOn(), qualified.day()))
                            .allSatisfy(
                                    day -> assertThat(day).isBetween(attestation.firstDay(), attestation.lastDay())));
            bare.remove(named.activity());
        }
        if (!qualified.dossier().staff().isEmpty()) {
            assertThat(qualified.dossier().staff())
                    .as("who leads: " + where)
                    .anyMatch(named -> named.duty().isPresent()
                            && named.trainee()
                                    .filter(Assignment.Trainee.OBSERVES::equals)
                                    .isEmpty());
        }
        assertThat(bare).as("activities that nobody is named for: " + where).isEmpty();
    }

    static void holds_45_subcontractors_have_the_activity_at_the_level(Qualified qualified, String where) {
        if (!qualified.isOf("passi")) {
            return;
        }
        for (Subcontract contract : qualified.dossier().subcontracts()) {
            Held held = qualified.others().apply(contract.visa()).orElseThrow();
            String what = contract.activity() + " by another: " + where;
            assertThat(held.inForce()).as(what).isTrue();
            assertThat(held.scheme()).as(what).isEqualTo("passi");
            assertThat(held.scopes()).as(what).contains(contract.activity());
            if (LEVELS.contains(qualified.dossier().application().level().orElse(""))) {
                assertThat(LEVELS.indexOf(held.level().orElse("")))
                        .as(what)
                        .isGreaterThanOrEqualTo(LEVELS.indexOf(
                                qualified.dossier().application().level().orElseThrow()));
            }
        }
    }

    static void holds_46_SecNumCloud_is_European(Qualified qualified, String where) {
        if (!qualified.isOf("secnumcloud")) {
            return;
        }
        var facts = qualified.dossier().application().facts();
        assertThat(facts.get("eu-seat")).as("seat: " + where).isEqualTo(new FactValue.Flag(true));
        for (String held : List.of("non-eu-capital", "non-eu-votes")) {
            assertThat(facts.get(held))
                    .as(held + ": " + where)
                    .isInstanceOfSatisfying(FactValue.Shares.class, shares -> {
                        assertThat(shares.hundredths()).as(where).allMatch(share -> share <= 2_400);
                        assertThat(shares.hundredths().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .as(where)
                                .isLessThanOrEqualTo(3_900);
                    });
        }
    }
}
