package org.sceau.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/**
 * Counts what somebody does, as the steps of the best systems are counted: a click, a group of fields, a file. Fields of one form that are filled one
 * after the other are one group.
 */
public final class Counted implements Hand {
    private final Hand hand;
    private int actions;
    private String group = "";

    public Counted(Hand hand) {
        this.hand = hand;
    }

    /** So far. */
    public int actions() {
        return actions;
    }

    private void fills(Locator field) {
        String form = String.valueOf(field.evaluate(
                "e => { const all = [...document.forms]; return location.pathname + all.indexOf(e.closest('form')) }"));
        if (!form.equals(group)) {
            group = form;
            actions++;
        }
    }

    private void acts() {
        group = "";
        actions++;
    }

    @Override
    public void press(Locator what) {
        acts();
        hand.press(what);
    }

    @Override
    public void write(Locator field, String text) {
        fills(field);
        hand.write(field, text);
    }

    @Override
    public void choose(Locator list, String value) {
        fills(list);
        hand.choose(list, value);
    }

    @Override
    public void tick(Locator box) {
        fills(box);
        hand.tick(box);
    }

    @Override
    public void untick(Locator box) {
        fills(box);
        hand.untick(box);
    }

    @Override
    public void handOver(Locator field, FilePayload file) {
        acts();
        hand.handOver(field, file);
    }
}
