package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.DAY;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.ServicesMustHold.Held;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServicesMustHoldTest {
    private static final String REC = "COMPROMISE_INDICATOR_SEARCH";
    private static final String INV = "DIGITAL_INVESTIGATION";
    private static final String PCI = "INVESTIGATION_COORDINATION";
    private static final VisaId OTHER = new VisaId(new UUID(5, 6));
    private static final Held SUBCONTRACTOR = new Held("passi", Set.of("PENETRATION_TEST"), Optional.of("HIGH"), true);

    private String scheme = "passi";
    private String version = "2.2";
    private Set<String> scopes = Set.of("ARCHITECTURE_AUDIT", "PENETRATION_TEST");
    private Optional<String> level = Optional.of("HIGH");
    private final List<Assignment> staff = new ArrayList<>(
            List.of(attested("ARCHITECTURE_AUDIT", 0, Assignment.Duty.LEADS_TEAM), attested("PENETRATION_TEST", 0)));
    private final List<Subcontract> subcontracts = new ArrayList<>();
    private final Map<String, FactValue> facts = new HashMap<>();
    private Held other = SUBCONTRACTOR;

    @Test
    void what_is_in_order_passes() {
        assertThatCode(this::check).doesNotThrowAnyException();

        subcontracts.add(new Subcontract("PENETRATION_TEST", OTHER));
        staff.remove(1);
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_42_PRIS_activities_that_lack_one_another_are_seen() {
        pris("3.0", REC);
        isSeen();
        pris("3.0", INV);
        isSeen();
        pris("3.0", PCI);
        isSeen();
        pris("3.0", REC, INV, "CYBER_CRISIS_MANAGEMENT");
        isSeen();

        pris("crise-unverified", REC, INV, PCI, "CYBER_CRISIS_MANAGEMENT");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_43_the_audit_of_industrial_systems_under_another_version_or_scheme_is_seen() {
        scopes = Set.of("INDUSTRIAL_SYSTEMS_AUDIT");
        level = Optional.of("SUBSTANTIAL");
        isSeen();

        scheme = "pacs";
        isSeen();

        scheme = "passi";
        version = "2.1";
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_44_somebody_without_an_attestation_in_force_at_level_high_is_seen() {
        staff.set(0, attested("ARCHITECTURE_AUDIT", 400, Assignment.Duty.LEADS_TEAM));
        isSeen();

        staff.set(0, attested("ARCHITECTURE_AUDIT", 0));
        isSeen();

        staff.set(0, new Assignment("a", "ARCHITECTURE_AUDIT", DAY, Optional.empty()));
        isSeen();
    }

    @Test
    void invariant_44_an_activity_that_nobody_is_named_for_is_seen() {
        staff.remove(0);

        isSeen();
    }

    @Test
    void invariant_45_a_subcontractor_of_another_activity_level_or_scheme_or_without_a_visa_in_force_is_seen() {
        subcontracts.add(new Subcontract("PENETRATION_TEST", OTHER));
        other = new Held("passi", Set.of("ARCHITECTURE_AUDIT"), Optional.of("HIGH"), true);
        isSeen();
        other = new Held("passi", SUBCONTRACTOR.scopes(), Optional.of("SUBSTANTIAL"), true);
        isSeen();
        other = new Held("pris", SUBCONTRACTOR.scopes(), Optional.of("HIGH"), true);
        isSeen();
        other = new Held("passi", SUBCONTRACTOR.scopes(), Optional.of("HIGH"), false);
        isSeen();
    }

    @Test
    void invariant_46_a_service_beyond_the_holdings_or_without_a_seat_in_the_Union_is_seen() {
        scheme = "secnumcloud";
        snc(true, 2_400, 1_500);
        assertThatCode(this::check).doesNotThrowAnyException();

        snc(false, 0);
        isSeen();
        snc(true, 2_401);
        isSeen();
        snc(true, 2_000, 1_901);
        isSeen();
        snc(true, 2_000, 1_900);
        facts.remove("non-eu-votes");
        isSeen();
        snc(true, 2_000, 1_900);
        facts.put("non-eu-votes", new FactValue.Shares(List.of(2_500)));
        isSeen();
    }

    private void pris(String edition, String... asked) {
        scheme = "pris";
        version = edition;
        scopes = Set.of(asked);
    }

    private void snc(boolean seat, Integer... shares) {
        facts.put("eu-seat", new FactValue.Flag(seat));
        facts.put("non-eu-capital", new FactValue.Shares(List.of(shares)));
        facts.put("non-eu-votes", new FactValue.Shares(List.of()));
    }

    private static Assignment attested(String activity, int daysAgo, Assignment.Duty... duties) {
        return new Assignment(
                "Intervenante",
                activity,
                DAY,
                Optional.of(new Assignment.Attestation("ATT-1", DAY.minusDays(daysAgo + 30L), DAY.minusDays(daysAgo))),
                Optional.empty(),
                Stream.of(duties).findFirst());
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        Application application = new Application(
                new Subject(SubjectKind.SERVICE, "Vigie", Optional.empty()),
                level,
                scopes,
                Optional.empty(),
                false,
                facts,
                Set.of(),
                true);
        SchemeVersionId id = SchemeVersionId.of(scheme, version);
        History history = new History(
                List.of(entry("granted", "grant", Story.DECIDER)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Dossier dossier = IssueMustHoldTest.dossier(id, application, history, staff, subcontracts);
        ServicesMustHold.check(new ServicesMustHold.Qualified(id, dossier, DAY, visa -> Optional.of(other)), "here");
    }
}
