package org.sceau.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/** How somebody works a page: the same acts with a mouse, or with nothing but a keyboard. */
public interface Hand {
    /** A link, a button, or what something lies folded behind. */
    void press(Locator what);

    /** Writes into a field in place of what stands there; a day as {@code YYYY-MM-DD}. */
    void write(Locator field, String text);

    /** @param value of an option of a list */
    void choose(Locator list, String value);

    /** A box that is ticked then, or a round one of which one is chosen. */
    void tick(Locator box);

    /** The same of a box that is not ticked then. */
    void untick(Locator box);

    void handOver(Locator field, FilePayload file);

    /** Looks at how the page can be walked, where that says something. */
    default void tour() {}

    /** Whether nobody needs a mouse for it. */
    default boolean isKeyboard() {
        return false;
    }
}
