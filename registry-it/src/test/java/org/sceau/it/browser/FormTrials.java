package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sends each form of a page what nobody types who means well, in the background and on a version that is long past, so that nothing is done:
 * hostile words in each field, characters that no text has, more than fits, a form of before, one without its fields, one with a file where
 * none belongs. What comes back says so, keeps what was typed, and is a page with nothing of it but text. Each form is tried once in a
 * process, whichever page has it.
 */
public final class FormTrials {
    private static final Set<String> TRIED = new TreeSet<>();
    private static int sent;

    private FormTrials() {}

    /** Tries the forms of the page that were not tried before. */
    public static void of(Window window) {
        window.aside(() -> look(window));
    }

    private static void look(Window window) {
        Map<?, ?> outcome = (Map<?, ?>) window.page()
                .evaluate(
                        script(),
                        Map.of(
                                "tried", List.copyOf(TRIED),
                                "texts", HostileWords.TEXTS,
                                "refused", HostileWords.REFUSED));
        ((List<?>) outcome.get("tried")).forEach(form -> TRIED.add(String.valueOf(form)));
        sent += ((Number) outcome.get("sent")).intValue();
        assertThat((List<?>) outcome.get("complaints"))
                .as("what became of hostile forms of %s", window.address())
                .isEmpty();
    }

    /** What was tried, to be told at the end. */
    public static String told() {
        return sent + " forms sent, of these kinds: " + TRIED;
    }

    private static String script() {
        try (InputStream source =
                Objects.requireNonNull(FormTrials.class.getResourceAsStream("/browser/form-trials.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
