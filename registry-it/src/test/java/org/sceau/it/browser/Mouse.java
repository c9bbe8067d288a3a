package org.sceau.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/** Clicks. */
public final class Mouse implements Hand {
    @Override
    public void press(Locator what) {
        what.click();
    }

    @Override
    public void write(Locator field, String text) {
        field.fill(text);
    }

    @Override
    public void choose(Locator list, String value) {
        list.selectOption(value);
    }

    @Override
    public void tick(Locator box) {
        box.check();
    }

    @Override
    public void untick(Locator box) {
        box.uncheck();
    }

    @Override
    public void handOver(Locator field, FilePayload file) {
        field.setInputFiles(file);
    }
}
