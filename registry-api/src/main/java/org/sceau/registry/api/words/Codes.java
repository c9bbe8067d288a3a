package org.sceau.registry.api.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The public code of a value of a closed list: its name in kebab-case. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In their own order. */
    public static List<String> of(Collection<? extends Enum<?>> values) {
        return values.stream().map(Codes::of).toList();
    }
}
