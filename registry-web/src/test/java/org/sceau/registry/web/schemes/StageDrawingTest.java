package org.sceau.registry.web.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StageDrawingTest {
    private static final Schemes SHIPPED = SchemesFromResources.load(Schemes.class.getClassLoader());
    private static final Path TOYS = Path.of("../registry-ejb/src/test/resources/schemes-test");
    private static final Pattern PATH =
            Pattern.compile("(?:[MLQ](?:-?\\d+ )*-?\\d+|[HV]-?\\d+)(?: (?:[MLQ](?:-?\\d+ )*-?\\d+"
                    + "|[HV]-?\\d+)|(?:[MLQ](?:-?\\d+ )*-?\\d+|[HV]-?\\d+))*");

    @TestFactory
    Stream<DynamicTest> each_stage_is_a_box_and_each_row_of_the_moves_one_path() {
        return drawings((version, diagram, procedure) -> {
            assertThat(diagram.nodes())
                    .extracting(StageDiagram.Node::stage)
                    .containsExactlyElementsOf(
                            procedure.stages().stream().map(stage -> stage.id()).toList());
            assertThat(diagram.arrows()).hasSize(procedure.moves().size()).allSatisfy(arrow -> {
                assertThat(arrow.path()).matches(PATH);
                assertThat(arrow.badges())
                        .isNotEmpty()
                        .allSatisfy(badge -> assertThat(badge.number()).isEqualTo(arrow.number()));
                assertThat(heads(arrow)).isPositive();
            });
            assertThat(diagram.arrows()).extracting(StageDiagram.Arrow::path).doesNotHaveDuplicates();
        });
    }

    @TestFactory
    Stream<DynamicTest> no_number_hides_another_and_nothing_leaves_the_drawing() {
        return drawings((version, diagram, procedure) -> {
            List<StageDiagram.Badge> badges = diagram.badges();
            for (int i = 0; i < badges.size(); i++) {
                for (StageDiagram.Badge other : badges.subList(0, i)) {
                    assertThat(Math.hypot(
                                    badges.get(i).x() - other.x(), badges.get(i).y() - other.y()))
                            .as(badges.get(i) + " beside " + other)
                            .isGreaterThanOrEqualTo(22);
                }
            }
            assertThat(badges).allSatisfy(badge -> {
                assertThat(badge.x()).isBetween(11, diagram.width() - 11);
                assertThat(badge.y()).isBetween(11, diagram.height() - 11);
            });
            for (int i = 1; i < diagram.nodes().size(); i++) {
                StageDiagram.Node above = diagram.nodes().get(i - 1);
                assertThat(diagram.nodes().get(i).y()).isGreaterThan(above.y() + above.height());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ends_differ_by_their_shape_and_every_word_stands_in_its_box() {
        return drawings((version, diagram, procedure) -> assertThat(diagram.nodes())
                .allSatisfy(node -> {
                    boolean end =
                            procedure.stage(node.stage()).orElseThrow().phase().isEnd();
                    assertThat(node.end()).isEqualTo(end);
                    assertThat(node.radius() > 20).isEqualTo(end);
                    assertThat(node.lines()).hasSizeBetween(2, 6).allSatisfy(line -> {
                        assertThat(line.text()).isNotBlank();
                        assertThat(line.y()).isBetween(node.y() + 15, node.y() + node.height() - 5);
                    });
                }));
    }

    @Test
    void a_row_from_many_stages_is_one_path_with_one_head_and_a_return_lies_at_the_left() {
        SchemeVersion toy = toy();
        StageDiagram diagram =
                StageDrawing.of(toy, "Toy", toy.conduct().orElseThrow().procedure(), Language.FRENCH);

        StageDiagram.Arrow leave = diagram.arrows().get(6);
        assertThat(leave.shape()).isEqualTo("jump");
        assertThat(heads(leave)).isEqualTo(1);
        StageDiagram.Arrow back = diagram.arrows().get(2);
        assertThat(back.shape()).isEqualTo("back");
        assertThat(back.badges())
                .singleElement()
                .matches(badge -> badge.x() < diagram.nodes().get(0).x());
        assertThat(diagram.title()).isEqualTo("Étapes d’un dossier : Toy");
        assertThat(diagram.description()).contains("Brouillon", "Retiré", "7 mouvements");
    }

    @Test
    void the_view_draws_the_model_and_nothing_by_its_own_style() throws IOException {
        String view = Files.readString(Path.of("src/main/webapp/WEB-INF/frame/stages.xhtml"));

        assertThat(view).contains("role=\"img\"", "<title id=", "<desc id=", "d=\"#{arrow.path()}\"");
        assertThat(view).doesNotContain("style=", "<script", "onclick");
    }

    /** A head ends with its right half: two short lines after a move. */
    private static long heads(StageDiagram.Arrow arrow) {
        Matcher head =
                Pattern.compile("M-?\\d+ -?\\d+ L-?\\d+ -?\\d+ L-?\\d+ -?\\d+").matcher(arrow.path());
        return head.results().count();
    }

    private interface Check {
        void on(SchemeVersion version, StageDiagram diagram, Procedure procedure);
    }

    private static Stream<DynamicTest> drawings(Check check) {
        List<SchemeVersion> versions = new ArrayList<>(SHIPPED.all());
        versions.add(toy());
        return versions.stream()
                .filter(version -> version.conduct().isPresent())
                .flatMap(version -> Stream.of(Language.values())
                        .map(language -> DynamicTest.dynamicTest(version.id() + " in " + language.code(), () -> {
                            Procedure procedure =
                                    version.conduct().orElseThrow().procedure();
                            check.on(version, StageDrawing.of(version, "Toy", procedure, language), procedure);
                        })));
    }

    /** The toy of the loader's own tests, through the ordinary loader. */
    private static SchemeVersion toy() {
        return SchemesFromResources.load(new ClassLoader() {
                    @Override
                    public @Nullable InputStream getResourceAsStream(String name) {
                        try {
                            return name.endsWith("index.txt")
                                    ? new ByteArrayInputStream("seal-2.yaml".getBytes(StandardCharsets.UTF_8))
                                    : Files.newInputStream(TOYS.resolve(name.substring("schemes/".length())));
                        } catch (IOException missing) {
                            throw new UncheckedIOException(missing);
                        }
                    }
                })
                .all()
                .get(0);
    }
}
