package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sceau.registry.infrastructure.catalogues.PrintedText;

/**
 * The laboratories of a row. Several stand in one cell joined by {@code +}, which makes a word too long for its column and
 * breaks it inside a name; such a name takes the spelling in which a laboratory stood alone earlier in the same source.
 */
final class Laboratories {
    private static final int MOST_REMEMBERED = 200;

    private final Map<String, String> seenAlone = new LinkedHashMap<>();

    List<String> read(List<String> lines) {
        String cell = PrintedText.join(lines);
        List<String> names = new ArrayList<>();
        for (String part : cell.split("\\+", -1)) {
            String name = part.strip();
            if (!name.isEmpty()) {
                names.add(seenAlone.getOrDefault(key(name), name));
            }
        }
        if (names.size() == 1 && cell.indexOf('+') < 0 && seenAlone.size() < MOST_REMEMBERED) {
            seenAlone.putIfAbsent(key(cell), cell);
        }
        return names;
    }

    private static String key(String name) {
        return PrintedText.squeeze(List.of(name)).toUpperCase(Locale.ROOT);
    }
}
