package org.sceau.registry.infrastructure.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The members of one mapping of the operator file, each taken once, so that what is left over is a mistake. */
final class Members {
    private final String file;
    private final String where;
    private final Map<Object, Object> left;

    private Members(String file, String where, @Nullable Object node) {
        this.file = file;
        this.where = where;
        if (!(node instanceof Map<?, ?> map)) {
            throw wrong("is not a mapping");
        }
        this.left = new HashMap<>(map);
    }

    /** Those of the whole file. */
    static Members of(String file, @Nullable Object root) {
        return new Members(file, file, root);
    }

    /** Those of the mapping that a member holds. */
    Members part(String name) {
        return below(name, taken(name));
    }

    /** Those of each mapping in the list that a member holds; none where the member is absent. */
    List<Members> parts(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!(taken(name) instanceof List<?> list)) {
            throw wrong(name + " is no list");
        }
        return list.stream().map(one -> below(name, one)).toList();
    }

    private Members below(String name, @Nullable Object node) {
        return new Members(file, (node instanceof LinedMap map ? file + ":" + map.line() : where) + ": " + name, node);
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    @Nullable
    Object taken(String name) {
        return left.remove(name);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name + " is missing or empty"));
    }

    Optional<String> optional(String name) {
        Object value = taken(name);
        return value == null || value.toString().isBlank()
                ? Optional.empty()
                : Optional.of(value.toString().strip());
    }

    Label label(String name) {
        Members both = part(name);
        Label label = new Label(both.text("fr"), both.text("en"));
        both.nothingLeft();
        return label;
    }

    Set<String> words(String name) {
        if (!(taken(name) instanceof List<?> list) || list.isEmpty()) {
            throw wrong(name + " is a list, and not an empty one");
        }
        return list.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    LocalDate day(String name) {
        return day(name, text(name));
    }

    LocalDate day(String name, Object written) {
        try {
            return LocalDate.parse(String.valueOf(written));
        } catch (DateTimeException e) {
            throw wrong(name + " has one that is no day: " + written);
        }
    }

    void nothingLeft() {
        if (!left.isEmpty()) {
            throw wrong("unknown member " + left.keySet());
        }
    }

    /** Says where these members stand, and what is wrong about them. */
    CannotStart wrong(String what) {
        return new CannotStart("operator-file", where + ": " + what);
    }
}
