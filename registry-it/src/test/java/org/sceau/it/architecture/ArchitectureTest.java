package org.sceau.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
    /** Which planted class breaks which rule. A rule without an entry here has not been seen to fail. */
    private static final Map<String, String> PLANTED = Map.ofEntries(
            Map.entry("domain is plain Java", "org.sceau.registry.domain.planted"),
            Map.entry(
                    "application knows the domain, the ledger and the lists, never how things are done",
                    "org.sceau.registry.application.planted"),
            Map.entry("nobody imports infrastructure", "org.sceau.registry.application.planted"),
            Map.entry("infrastructure imports no screen and no resource", "org.sceau.registry.infrastructure.planted"),
            Map.entry("resources know application and domain", "org.sceau.registry.api.planted"),
            Map.entry("screens know application and domain", "org.sceau.registry.web.planted"),
            Map.entry("lists and ledger stand alone", "org.sceau.trustlist.planted"),
            Map.entry("rooms form no cycle", "org.sceau.registry"),
            Map.entry("time comes from a clock", "org.sceau.registry.domain.planted"),
            Map.entry("rows stay in persistence", "org.sceau.registry.application.planted"),
            Map.entry("the database is touched in persistence alone", "org.sceau.registry.web.planted"),
            Map.entry("H2 is named in its own room alone", "org.sceau.registry.infrastructure.planted"),
            Map.entry("the door alone opens transactions", "org.sceau.registry.application.planted"),
            Map.entry("who somebody is, the sign-in says alone", "org.sceau.registry.web.planted"),
            Map.entry("beans of the container start in application", "org.sceau.registry.infrastructure.planted"),
            Map.entry("every endpoint says who may call it", "org.sceau.registry.api.planted"),
            Map.entry("no server is named", "org.sceau.registry.infrastructure.planted"),
            Map.entry("no room is called util, common, helper or manager", "org.sceau.registry.planted.util"),
            Map.entry("every room says what it holds", "org.sceau.registry.planted.util"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ArchitectureTest::isOurs)
            .importPackages("org.sceau");

    /** Not the fixtures that other modules' tests share. */
    private static boolean isOurs(Location location) {
        return !location.contains("-tests.jar") && !location.contains("test-classes");
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps() {
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> a_planted_violation_breaks() {
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    JavaClasses planted = new ClassFileImporter()
                            .withImportOption(location -> location.contains("test-classes"))
                            .importPackages(PLANTED.get(rule.getKey()));
                    assertThat(planted).as("planted classes").isNotEmpty();
                    assertThat(rule.getValue().evaluate(planted).hasViolation()).isTrue();
                }));
    }

    @Test
    void each_way_of_asking_the_machine_for_the_time_is_seen() {
        JavaClasses planted = new ClassFileImporter().importPackages("org.sceau.registry.domain.planted");

        assertThat(Rules.all()
                        .get("time comes from a clock")
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .hasSize(8);
    }

    @Test
    void every_rule_has_its_planted_violation() {
        assertThat(PLANTED.keySet()).isEqualTo(Rules.all().keySet());
    }

    /** Otherwise a room that was moved away would keep its rule green for ever. */
    @TestFactory
    Stream<DynamicTest> a_rule_about_a_package_that_is_empty_fails() {
        JavaClasses nothing = new ClassFileImporter().importPackages("org.sceau.no.such.room");
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(nothing))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void a_name_that_no_class_of_the_house_bears_is_seen_wherever_a_rule_has_it() {
        ArchRule planted = noClasses()
                .that(not(resideInAnyPackage("org.sceau.registry.domain.attic..", "org.sceau.registry.domain..")))
                .and()
                .doNotHaveFullyQualifiedName("org.sceau.registry.application.door.Window")
                .should()
                .dependOnClassesThat(resideInAPackage("org.sceau.registry.lobby.."))
                .orShould()
                .resideInAnyPackage("org.sceau.ledger", "org.sceau.stable", "org.h2..");

        assertThat(Names.unborne(planted, HOUSE))
                .containsExactlyInAnyOrder(
                        "org.sceau.registry.domain.attic..",
                        "org.sceau.registry.application.door.Window",
                        "org.sceau.registry.lobby..",
                        "org.sceau.stable");
    }

    /** Forbidden targets and exclusions too: no empty subject gives those away. */
    @TestFactory
    Stream<DynamicTest> every_room_and_class_of_ours_that_a_rule_names_exists() {
        return Rules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(Names.unborne(rule.getValue(), HOUSE)).isEmpty()));
    }

    /** So that a rule does not slip out of the test above by a description that says nothing of its rooms. */
    @Test
    void only_these_rules_name_no_room_of_ours() {
        assertThat(Rules.all().entrySet().stream()
                        .filter(rule -> Names.of(rule.getValue()).isEmpty())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "every endpoint says who may call it",
                        "no server is named",
                        "no room is called util, common, helper or manager",
                        "every room says what it holds");
    }

    @Test
    void all_modules_are_seen() {
        for (String room : List.of(
                "org.sceau.registry.domain.visa",
                "org.sceau.registry.application.door",
                "org.sceau.registry.infrastructure.persistence",
                "org.sceau.registry.api.importing",
                "org.sceau.registry.web.address",
                "org.sceau.trustlist.signing",
                "org.sceau.ledger")) {
            assertThat(HOUSE.containPackage(room)).as(room).isTrue();
        }
    }
}
