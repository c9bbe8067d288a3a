package org.sceau.it.browser.journey;

import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.Set;
import org.sceau.it.browser.CasePage;
import org.sceau.it.browser.Counted;
import org.sceau.it.browser.FormTrials;
import org.sceau.it.browser.Hand;
import org.sceau.it.browser.IllMeaning;
import org.sceau.it.browser.Keyboard;
import org.sceau.it.browser.Mouse;
import org.sceau.it.browser.Replay;
import org.sceau.it.browser.Window;

/** How a story is told: what everybody works with, and what is looked at on each page that they come to. */
enum Manner {
    /** Clicks and plain words, for the pictures and to count what people do. */
    PLAIN {
        @Override
        Hand hand(Window window) {
            return new Counted(new Mouse());
        }

        @Override
        void look(CasePage page, String what) {}

        @Override
        void picture(CasePage page, String name) {
            page.judge(name, name);
        }
    },
    /** Clicks, and hostile words after every word: each page is accessible, and takes them for what they are. */
    MOUSE {
        @Override
        Hand hand(Window window) {
            return new IllMeaning(new Mouse());
        }

        @Override
        void look(CasePage page, String what) {
            Window window = page.window();
            window.assertOnlyText(what);
            if (judged.add(what)) {
                page.judge(what);
                window.shape(ENLARGED, ColorScheme.LIGHT);
                window.assertFits(what + ", at twice the size");
                window.shape(TELEPHONE, ColorScheme.DARK);
                page.judge(what + ", telephone, dark");
                window.shape(DESK, ColorScheme.LIGHT);
            }
            FormTrials.of(window);
        }

        @Override
        void did(CasePage page) {
            ((IllMeaning) page.hand()).assertShown(page.text());
            Replay.of(page.window());
        }

        @Override
        void refused(CasePage page) {
            ((IllMeaning) page.hand()).forget();
        }
    },
    /** Keys alone; the focus is always in sight and leads around every page. */
    KEYBOARD {
        @Override
        Hand hand(Window window) {
            return new Keyboard(window.page());
        }

        @Override
        void look(CasePage page, String what) {
            if (toured.add(what)) {
                page.hand().tour();
            }
        }
    };

    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;
    /** What a screen of 1280 shows at 200 %. */
    private static final int ENLARGED = 640;

    /** Each sort of page that somebody comes to is looked at once in a process, under whichever scheme. */
    private static final Set<String> judged = new HashSet<>();

    private static final Set<String> toured = new HashSet<>();

    abstract Hand hand(Window window);

    /** Looks at a page that somebody came to. */
    abstract void look(CasePage page, String what);

    /** Looks at what becomes of an act that was done. */
    void did(CasePage page) {}

    /** What was sent was refused. */
    void refused(CasePage page) {}

    /** Takes a picture of it. */
    void picture(CasePage page, String name) {}
}
