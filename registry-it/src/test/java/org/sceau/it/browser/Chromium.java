package org.sceau.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own Chromium: the one of the system property {@code sceau.chromium}, else the first on the path. The one without windows
 * comes first: the other draws a window around each page, and takes three times the processor for it.
 */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static @Nullable Browser browser;

    private Chromium() {}

    /** One browser for all tests of this process; each opens windows of its own in it. */
    static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            // Containers run tests as root and share little memory.
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path executable() {
        String told = System.getProperty("sceau.chromium", "");
        return told.isBlank()
                ? onPath().orElseThrow(() -> new AssertionError("no Chromium, and no browser test without it:"
                        + " apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell"))
                : Path.of(told);
    }

    private static Optional<Path> onPath() {
        List<Path> folders = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
