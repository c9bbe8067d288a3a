package org.sceau.registry.infrastructure.schemes.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;

/** A procedure as a {@code stateDiagram-v2} of mermaid. An arrow bears the numbers of its moves in the table beside it. */
final class StageGraph {
    private StageGraph() {}

    static String of(Procedure procedure) {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (Stage stage : procedure.stages()) {
            text.append("  state \"")
                    .append(stage.label().en().replace("\"", "'"))
                    .append("\" as ")
                    .append(name(stage.id()))
                    .append('\n');
        }
        text.append("  [*] --> ").append(name(procedure.start().id())).append('\n');
        arrows(procedure)
                .forEach((arrow, numbers) -> text.append("  ")
                        .append(arrow)
                        .append(" : ")
                        .append(numbers)
                        .append('\n'));
        procedure.stages().stream()
                .filter(stage -> stage.phase().isEnd())
                .forEach(stage -> text.append("  ").append(name(stage.id())).append(" --> [*]\n"));
        return text.append("```\n").toString();
    }

    private static Map<String, String> arrows(Procedure procedure) {
        Map<String, String> arrows = new LinkedHashMap<>();
        int number = 0;
        for (Move move : procedure.moves()) {
            number++;
            for (Stage from : procedure.stages()) {
                if (move.from().contains(from.id())) {
                    arrows.merge(
                            name(from.id()) + " --> " + name(move.to()),
                            String.valueOf(number),
                            (former, more) -> former + ", " + more);
                }
            }
        }
        return arrows;
    }

    /** Mermaid takes a hyphen for the start of an arrow, and some plain words for its own. */
    private static String name(String id) {
        return "s_" + id.replace('-', '_');
    }
}
