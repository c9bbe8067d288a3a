package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.access.Tables;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Each question that is asked past the wall is named with its reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastTheWallTest {
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sceau.registry");

    private Set<String> places() {
        return house.get(Sql.class).getMethodCallsToSelf().stream()
                .filter(call -> call.getTarget().getName().equals("asHouse"))
                .map(call -> call.getOriginOwner().getSimpleName() + "."
                        + call.getOrigin().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_place_has_its_line_and_every_line_its_place() {
        assertThat(places())
                .containsExactlyElementsOf(
                        Tables.past().stream().map(Tables.Passage::place).toList());
    }

    @Test
    void each_has_a_reason() {
        assertThat(Tables.past())
                .allSatisfy(passage -> assertThat(passage.why()).isNotBlank());
    }

    @Test
    void no_such_question_is_asked_above_the_rows() {
        assertThat(house.get(Sql.class).getMethodCallsToSelf())
                .filteredOn(call -> call.getTarget().getName().equals("asHouse"))
                .allSatisfy(call -> assertThat(call.getOriginOwner().getPackageName())
                        .isEqualTo("org.sceau.registry.infrastructure.persistence"));
    }
}
