package org.sceau.registry.application.door;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that its maker may send again without knowing whether it was done: under one key an act is done once, and every
 * repetition hears of the same result.
 *
 * <p>The key travels with the thread from the caller to the first act behind the {@link Door}, which keeps it in the transaction of
 * that act. Use cases neither see it nor pass it on: none of them does anything else because it was asked twice.
 *
 * @param <R> what the use case gives
 */
public final class Once<R> {
    /** Characters a result may be named with. */
    static final int LONGEST_NAME = 500;

    private static final ThreadLocal<@Nullable Once<?>> UNDER_WAY = new ThreadLocal<>();

    private final Key key;
    private final Class<R> type;
    private final Function<R, String> name;

    private Once(Key key, Class<R> type, Function<R, String> name) {
        this.key = key;
        this.type = type;
        this.name = name;
    }

    /**
     * What makes two attempts the same.
     *
     * @param text    chosen by who asks, 1 to 200 printable characters; each account has its own
     * @param content SHA-256 of all that is asked, lower-case hexadecimal: the same key with another content is a mistake
     */
    public record Key(String text, String content) {
        public Key {
            requireText(text);
            if (!content.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a content is named by its SHA-256");
            }
        }

        /** Refuses a text that is no key with {@link IllegalArgumentException}. */
        public static void requireText(String text) {
            if (text.isBlank() || text.length() > 200 || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("a key has 1 to 200 printable characters");
            }
        }
    }

    /**
     * Acts, or recalls what the same attempt led to before.
     *
     * @param key    absent for an attempt that is never repeated
     * @param type   of what the use case gives
     * @param name   names a result so that it can be found again, in at most 500 characters
     * @param recall finds a result by its name
     * @param act    a call of one use case
     * @throws org.sceau.registry.domain.refusal.Refused {@code idempotency-key-reused} when the key stands for something else, or what
     *     the use case says; then the key is still free
     */
    public static <R> R of(
            Optional<Key> key, Class<R> type, Function<R, String> name, Function<String, R> recall, Supplier<R> act) {
        if (key.isEmpty()) {
            return act.get();
        }
        UNDER_WAY.set(new Once<>(key.get(), type, name));
        try {
            return act.get();
        } catch (Repeated repeated) {
            return recall.apply(repeated.result);
        } finally {
            UNDER_WAY.remove();
        }
    }

    /** The attempt that the present thread makes; handed out once, so that a second act of the same call is an act of its own. */
    static Optional<Once<?>> underWay() {
        Optional<Once<?>> attempt = Optional.ofNullable(UNDER_WAY.get());
        UNDER_WAY.remove();
        return attempt;
    }

    Key key() {
        return key;
    }

    String nameOf(@Nullable Object result) {
        String named = name.apply(type.cast(java.util.Objects.requireNonNull(result)));
        if (named.length() > LONGEST_NAME) {
            throw new IllegalStateException("a result is named in at most " + LONGEST_NAME + " characters");
        }
        return named;
    }

    /** The act was done before. Leaves the transaction, which has nothing to keep. */
    static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String result;

        Repeated(String result) {
            super("done before", null, false, false);
            this.result = result;
        }
    }
}
