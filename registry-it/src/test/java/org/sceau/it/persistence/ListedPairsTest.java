package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** Which activities at which level the catalogue and the signed list say are in force. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListedPairsTest {
    private static final FamilyId PASSI = new FamilyId("passi");
    private static final String AUDITS =
            ImportTest.rows(1).replace("SUBSTANTIAL", "HIGH").replace("9001", "90362");
    private static final Pattern SERVICE = Pattern.compile("<TSPService>.*?</TSPService>", Pattern.DOTALL);
    private static final Pattern LEVEL = Pattern.compile("<cx:Level>([^<]+)<");
    private static final Pattern SCOPE = Pattern.compile("<cx:Scope>([^<]+)<");

    @TempDir
    Path home;

    private House house;

    @AfterEach
    void close() {
        house.closeIndex();
    }

    private void open(Database database) {
        house = House.on(database, home);
        house.importCsv(AUDITS, false);
        house.catalogue.open();
    }

    private Visa visa() {
        return house.visas.latest(1).get(0);
    }

    private DecisionContent content(DecisionKind kind, LocalDate effective, Set<String> scopes, String level) {
        return Reasons.given(new DecisionContent(
                kind,
                Optional.empty(),
                0,
                Optional.of(visa().id()),
                visa().version(),
                effective,
                Optional.empty(),
                Optional.of("Motifs."),
                Optional.empty(),
                scopes,
                Optional.of(level).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private void decide(DecisionKind kind, Set<String> scopes, String level) {
        DecisionContent content = content(kind, house.calendar.today(), scopes, level);
        Proposal proposal = house.deciding.propose(Matters.CERTIFIER, content);
        house.deciding.approve(Matters.DECIDER, proposal.id(), proposal.digest(), "Vu.");
    }

    /** {@code level activity}, the same in catalogue and list. */
    private Set<String> inForce() throws Exception {
        house.issuing.issueDue();
        house.catalogue.catchUp();
        Set<String> pairs = new TreeSet<>();
        search(Set.of()).forEach(found -> {
            Visa visa = house.catalogue.find(found.slug()).orElseThrow();
            String level = visa.facts().level().flatMap(claim -> claim.term()).orElseThrow();
            visa.facts().scopes().forEach(scope -> pairs.add(level + " " + scope));
        });
        assertThat(listed()).isEqualTo(pairs);
        return pairs;
    }

    private List<Visa> search(Set<String> levels) {
        return search(levels, house.calendar.today());
    }

    private List<Visa> search(Set<String> levels, LocalDate day) {
        return house.catalogue
                .search(new CatalogueQuery(
                        "",
                        Set.of(PASSI.value()),
                        levels,
                        Set.of(VisaStatus.IN_FORCE),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        day,
                        CatalogueQuery.Sort.NAME,
                        1,
                        100))
                .rows();
    }

    private Set<String> listed() throws Exception {
        Set<String> pairs = new TreeSet<>();
        Matcher services = SERVICE.matcher(
                TrustListIssueTest.text(house, house.lists.current(PASSI).orElseThrow()));
        while (services.find()) {
            String service = services.group();
            Matcher level = LEVEL.matcher(service);
            // The first status is the present one; those of the history come behind it.
            String status = service.split("<ServiceStatus>", 3)[1].split("<", 2)[0];
            if (status.endsWith("/in-force") && level.find()) {
                SCOPE.matcher(service).results().forEach(scope -> pairs.add(level.group(1) + " " + scope.group(1)));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @EnumSource
    void invariant_40_a_pair_is_listed_only_while_a_decision_in_force_grants_it(Database database) throws Exception {
        open(database);
        assertThat(inForce()).containsExactly("HIGH ARCHITECTURE_AUDIT", "HIGH PENETRATION_TEST");

        house.clock.set("2025-12-06T08:00:00Z");
        decide(DecisionKind.REDUCE_SCOPE, Set.of("ARCHITECTURE_AUDIT"), "");
        assertThat(inForce()).containsExactly("HIGH ARCHITECTURE_AUDIT");

        decide(DecisionKind.DEGRADE_LEVEL, Set.of(), "SUBSTANTIAL");
        assertThat(inForce()).containsExactly("SUBSTANTIAL ARCHITECTURE_AUDIT");
        assertThat(search(Set.of("HIGH"))).isEmpty();

        decide(DecisionKind.WITHDRAW, Set.of(), "");
        assertThat(inForce()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_40_activities_and_level_change_on_no_day_to_come(Database database) throws Exception {
        open(database);
        LocalDate tomorrow = house.calendar.today().plusDays(1);
        for (DecisionContent content : List.of(
                content(DecisionKind.REDUCE_SCOPE, tomorrow, Set.of("ARCHITECTURE_AUDIT"), ""),
                content(DecisionKind.DEGRADE_LEVEL, tomorrow, Set.of(), "SUBSTANTIAL"))) {
            assertThatThrownBy(() -> house.deciding.propose(Matters.CERTIFIER, content))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo("decision-day"));
        }
        assertThat(inForce()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_40_a_visa_past_its_last_day_or_before_its_first_grants_nothing(Database database) throws Exception {
        open(database);
        house.importCsv(
                AUDITS.replace("90362", "90363")
                        .replace("Audit 1", "Audit 2")
                        .replace("2025-02-01", "2025-12-20")
                        .replace("HIGH", "SUBSTANTIAL"),
                false);
        assertThat(inForce()).allMatch(pair -> pair.startsWith("HIGH")).hasSize(2);
        house.clock.set("2028-02-01T23:30:00Z");
        assertThat(inForce()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_as_of_a_day_finds_what_was_granted_on_that_day(Database database) {
        open(database);
        house.clock.set("2025-12-06T08:00:00Z");
        decide(DecisionKind.DEGRADE_LEVEL, Set.of(), "SUBSTANTIAL");
        house.catalogue.catchUp();
        LocalDate today = house.calendar.today();

        assertThat(search(Set.of("HIGH"), today)).isEmpty();
        assertThat(search(Set.of("SUBSTANTIAL"), today)).hasSize(1);
        assertThat(search(Set.of("HIGH"), today.minusDays(1))).hasSize(1);
        assertThat(search(Set.of("SUBSTANTIAL"), today.minusDays(1))).isEmpty();
    }
}
