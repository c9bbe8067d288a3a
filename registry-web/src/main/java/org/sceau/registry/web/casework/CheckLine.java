package org.sceau.registry.web.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.form.Obstacle;

/**
 * Something a dossier is held to.
 *
 * @param style    status class: {@code stop}, {@code next} or {@code ok}
 * @param text     what is asked
 * @param state    how it stands, in words
 * @param source   clause that asks for it
 * @param obstacle what an act that needs it would be refused with
 */
public record CheckLine(
        String style,
        String text,
        String state,
        String source,
        boolean verified,
        @Nullable Obstacle obstacle) {

    public List<String> details() {
        return obstacle == null ? List.of() : obstacle.details();
    }
}
