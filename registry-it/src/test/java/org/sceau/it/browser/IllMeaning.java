package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whoever writes with this hand adds hostile words wherever a field takes free text. */
public final class IllMeaning implements Hand {
    /** Where another word is another thing. */
    private static final Set<String> EXACT =
            Set.of("username", "password", "code", "code:shown", "q", "versions", "visa", "bases", "fact.region");

    private static final int USUAL_LENGTH = 500;

    private final Hand hand;
    private final Map<String, String> typed = new TreeMap<>();

    public IllMeaning(Hand hand) {
        this.hand = hand;
    }

    @Override
    public void write(Locator field, String text) {
        Map<?, ?> kind = (Map<?, ?>) field.evaluate(
                "e => ({name: e.name, lines: e.tagName === 'TEXTAREA', text: e.type === 'text' || e.type === 'textarea',"
                        + " most: e.maxLength})");
        String name = String.valueOf(kind.get("name"));
        boolean lines = Boolean.TRUE.equals(kind.get("lines"));
        // Declared facts of several lines are codes.
        boolean free =
                Boolean.TRUE.equals(kind.get("text")) && !EXACT.contains(name) && !(lines && name.startsWith("fact."));
        String written = free ? text + after(text, lines ? "\n" : " ", ((Number) kind.get("most")).intValue()) : text;
        if (free) {
            typed.put(name, written);
        }
        hand.write(field, written);
    }

    /** What was typed since this was asked for last, and sent with success, stands on the page as it was typed. */
    public void assertShown(String page) {
        assertThat(typed.values()).allSatisfy(text -> assertThat(bare(page)).contains(bare(text)));
        typed.clear();
    }

    /** What was typed since was refused: it need not stand anywhere but in its form, where {@link FormTrials} looks for it. */
    public void forget() {
        typed.clear();
    }

    /** Pages fold spaces. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }

    private static String after(String text, String between, int most) {
        int room = (most > 0 ? most : USUAL_LENGTH) - text.length() - between.length();
        List<String> pieces = HostileWords.pieces(between, room);
        String piece = pieces.get(Math.floorMod(text.hashCode(), pieces.size()));
        return piece.isEmpty() ? "" : between + piece;
    }

    @Override
    public void press(Locator what) {
        hand.press(what);
    }

    @Override
    public void choose(Locator list, String value) {
        hand.choose(list, value);
    }

    @Override
    public void tick(Locator box) {
        hand.tick(box);
    }

    @Override
    public void untick(Locator box) {
        hand.untick(box);
    }

    @Override
    public void handOver(Locator field, FilePayload file) {
        hand.handOver(
                field,
                new FilePayload("../\"><img src=x onerror=window.pwned=1>" + file.name, file.mimeType, file.buffer));
    }
}
