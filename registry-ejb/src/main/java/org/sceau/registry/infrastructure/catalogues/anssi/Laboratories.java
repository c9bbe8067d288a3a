package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sceau.registry.infrastructure.catalogues.PrintedText;

/**
 * The laboratories of a row. Several stand in one cell joined by {@code +}: to the print that is one word, broken where its
 * column ends, so lines are joined there without a space. A name that thereby lost a space of its own takes it back from the
 * spelling in which the laboratory stood alone earlier in the same source.
 */
final class Laboratories {
    private static final int MOST_REMEMBERED = 200;

    private final Map<String, String> seenAlone = new LinkedHashMap<>();

    List<String> read(List<String> lines) {
        boolean joined = lines.stream().anyMatch(line -> line.indexOf('+') >= 0);
        if (!joined) {
            String name = PrintedText.join(lines);
            if (!name.isEmpty() && seenAlone.size() < MOST_REMEMBERED) {
                seenAlone.putIfAbsent(key(name), name);
            }
            return name.isEmpty() ? List.of() : List.of(name);
        }
        List<String> names = new ArrayList<>();
        for (String part : String.join("", lines).split("\\+", -1)) {
            String name = PrintedText.clean(part);
            if (!name.isEmpty()) {
                names.add(seenAlone.getOrDefault(key(name), name));
            }
        }
        return names;
    }

    private static String key(String name) {
        return PrintedText.squeeze(List.of(name)).toUpperCase(Locale.ROOT);
    }
}
