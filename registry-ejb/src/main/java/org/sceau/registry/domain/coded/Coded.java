package org.sceau.registry.domain.coded;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The stable public code of a constant: its name in kebab-case, {@code in-force} for {@code IN_FORCE}. */
public final class Coded {
    /** Made once a type: rules ask for codes in their innermost loops. */
    private static final ClassValue<String[]> CODES = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toArray(String[]::new);
        }
    };

    private Coded() {}

    public static String of(Enum<?> constant) {
        return CODES.get(constant.getDeclaringClass())[constant.ordinal()];
    }

    /** In their own order. */
    public static List<String> of(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> of(constant)).toList();
    }
}
