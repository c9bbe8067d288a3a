package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.it.server.Checkout;
import org.sceau.it.server.RunningRegistry;
import org.sceau.it.server.SignedIn;

/**
 * A browser window on the registry that notices what must never happen: a request to anyone else, a broken content security policy,
 * an error of a script, a file that is not there.
 */
public final class Window implements AutoCloseable {
    /** Tells of violations that the browser only hands to the page. */
    private static final String WATCH =
            "document.addEventListener('securitypolicyviolation', e => console.error('Content Security Policy: '"
                    + " + e.violatedDirective + ' ' + e.blockedURI))";

    private static final int PATIENCE_MILLIS = 120_000;
    private static final int HEIGHT = 900;

    private final RunningRegistry registry;
    private final BrowserContext context;
    private final Page page;
    private final List<String> trouble = new ArrayList<>();
    private @Nullable Request posted;

    private Window(RunningRegistry registry, boolean scripts, String... others) {
        this.registry = registry;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(1280, HEIGHT)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true)
                        .setLocale("fr-FR"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        if (scripts) {
            context.addInitScript(WATCH);
        }
        String own = registry.uri("/").toString();
        context.onRequest(request -> {
            if (!request.url().startsWith(own)
                    && !request.url().startsWith("data:")
                    && Arrays.stream(others).noneMatch(request.url()::startsWith)) {
                trouble.add("request to " + request.url());
            }
        });
        context.onRequest(request -> {
            if (request.isNavigationRequest() && request.method().equals("POST")) {
                posted = request;
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 500
                    || response.status() >= 400 && !response.request().isNavigationRequest()) {
                trouble.add(response.status() + " for " + response.url());
            }
        });
        context.onWebError(error -> trouble.add("script: " + error.error()));
        context.onConsoleMessage(message -> {
            // What could not be loaded is told above, with its status.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                trouble.add(message.text());
            }
        });
        this.page = context.newPage();
    }

    /** As wide as a desk's screen, in light colours. */
    public static Window plain(RunningRegistry registry) {
        return new Window(registry, true);
    }

    /** The same where the registry leads to another site, and to no third one. */
    static Window beside(RunningRegistry registry, String other) {
        return new Window(registry, true, other);
    }

    static Window withoutScripts(RunningRegistry registry) {
        return new Window(registry, false);
    }

    /** The same page in another size and colour. */
    public void shape(int width, ColorScheme colours) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    }

    public Page page() {
        return page;
    }

    /** Goes to an address and waits until the page has all it asked for. */
    public Window open(String path) {
        page.navigate(registry.uri(path).toString());
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Does what sends requests that the registry is right to refuse: that is no trouble, whereas a fault of its own is. */
    void aside(Runnable act) {
        int before = trouble.size();
        try {
            act.run();
        } finally {
            trouble.subList(before, trouble.size()).removeIf(told -> told.matches("4\\d\\d for .*"));
        }
    }

    /** The form that was sent last. */
    Optional<Request> posted() {
        return Optional.ofNullable(posted);
    }

    /** Does what leads to another page, or to the same one anew, and waits until that has all it asked for. */
    public void follow(Runnable act) {
        page.evaluate("() => { document.documentElement.dataset.former = 'yes' }");
        act.run();
        page.waitForFunction("() => !document.documentElement.dataset.former && document.readyState === 'complete'");
    }

    /** Path and query of the page as its address shows them. */
    public String address() {
        URI address = URI.create(page.url());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** Comes with a session that has shown its second factor; the pages of the way in have a test of their own. */
    public void signIn(String username) {
        String[] cookie = SignedIn.as(registry, username).cookie().split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1])
                .setUrl(registry.uri("/").toString())
                .setHttpOnly(true)));
        open("/desk/");
    }

    /** By the form, as people do; leads to the first desk, or to where the second factor is shown. */
    void giveThePassword(String username) {
        open("/sign-in");
        page.fill("#username", username);
        page.fill("#password", registry.account(username).getString("password"));
        page.click("main button[type=submit]");
        page.waitForURL("**/desk/**");
    }

    /** Puts a passkey into the browser that answers by itself (WebDriver cl. of WebAuthn, by the protocol of the browser). */
    void plugPasskey() {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", false);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    public void assertNoTrouble() {
        assertThat(trouble).as("on %s", address()).isEmpty();
    }

    /** Nothing that somebody typed became more than text. */
    public void assertOnlyText(String what) {
        assertThat(page.evaluate("window.pwned")).as(what).isNull();
        assertThat(page.locator("main script:not([src^='/']), main img, main iframe, main [onerror], main [onload],"
                                + " main [onfocus], main [autofocus]")
                        .count())
                .as(what)
                .isZero();
    }

    /** No rule of WCAG that a machine can check is broken. */
    public void assertAccessible(String what) {
        List<Rule> broken = new AxeBuilder(page).analyze().getViolations();
        assertThat(broken.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .limit(4)
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .collect(Collectors.joining(" | ")))
                        .toList())
                .as(what)
                .isEmpty();
    }

    /** Nothing is wider than the window. */
    public void assertFits(String what) {
        Object wider = page.evaluate(
                "() => { const room = document.documentElement.clientWidth;"
                        + " return document.documentElement.scrollWidth <= room ? [] : [...document.querySelectorAll('body *')]"
                        + ".filter(e => e.getBoundingClientRect().right > room + 1)"
                        + ".map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0, 8) }");
        assertThat((List<?>) wider).as("%s: wider than the window", what).isEmpty();
    }

    /** The page as people see it, wide and light, then on a telephone at night: accessible, no wider than the window, pictured, no trouble. */
    void judge(String name, String what) {
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            boolean light = colours == ColorScheme.LIGHT;
            shape(light ? 1280 : 360, colours);
            assertAccessible(what + (light ? "" : ", on a telephone"));
            assertFits(what);
            picture(name + (light ? "" : "-telephone"));
        }
        shape(1280, ColorScheme.LIGHT);
        assertNoTrouble();
    }

    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder().resolve(name + ".png")));
    }

    /** What stands in the window, of a page that is long. */
    void glance(String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder().resolve(name + ".png")));
    }

    private static Path folder() {
        return Checkout.target().resolve("screenshots");
    }

    @Override
    public void close() {
        context.close();
    }
}
