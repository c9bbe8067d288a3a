package org.sceau.registry.api.request;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * Values as a caller gives them, on their way to the domain. What the domain's records do not take is the caller's mistake here and
 * nowhere else: behind this line the same exception is a failure of ours.
 */
public final class Given {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST_ECHO = 100;

    private Given() {}

    /**
     * Line breaks and tabs are the only control characters, and every character is whole and one that XML knows (2.2): else some store would
     * not take it, or no list could carry it.
     */
    public static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE
                        || c == 0xFFFE
                        || c == 0xFFFF);
    }

    /** @throws Refused {@code field-invalid} for a blank text and one of more than {@code most} characters */
    public static String text(String member, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw invalid(member, "1 to " + most + " characters");
        }
        return value;
    }

    /** @throws Refused {@code field-invalid} with the values there are */
    public static <E> E one(String member, String value, E[] values, Function<E, String> code) {
        return Arrays.stream(values)
                .filter(known -> code.apply(known).equals(value))
                .findFirst()
                .orElseThrow(() ->
                        invalid(member, Arrays.stream(values).map(code).sorted().collect(Collectors.joining(", "))));
    }

    /**
     * A record of the domain.
     *
     * @param made throws {@link IllegalArgumentException} for what it does not take, with words that are fit for the caller
     * @throws Refused {@code value-refused} with these words
     */
    public static <T> T made(String member, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw Refusal.of("value-refused", Refusal.Kind.INVALID)
                    .with("member", member)
                    .with("reason", String.valueOf(refused.getMessage()))
                    .asException();
        }
    }

    /**
     * An id. What has another shape is not there, like an id that nobody has.
     *
     * @param unknown code of the refusal, as the use case says it
     */
    public static <T> T id(String text, Function<UUID, T> made, String unknown) {
        if (!ID.matcher(text).matches()) {
            throw new Refused(new Refusal(unknown, Refusal.Kind.NOT_FOUND, java.util.Map.of()));
        }
        return made.apply(UUID.fromString(text));
    }

    public static Refused missing(String member) {
        return Refusal.of("field-missing", Refusal.Kind.INVALID)
                .with("member", cut(member))
                .asException();
    }

    public static Refused unknown(String member, String known) {
        return Refusal.of("field-unknown", Refusal.Kind.INVALID)
                .with("member", cut(member))
                .with("known", known)
                .asException();
    }

    public static Refused invalid(String member, String expected) {
        return Refusal.of("field-invalid", Refusal.Kind.INVALID)
                .with("member", cut(member))
                .with("expected", expected)
                .asException();
    }

    private static String cut(String member) {
        return member.length() > LONGEST_ECHO ? member.substring(0, LONGEST_ECHO) + "…" : member;
    }
}
