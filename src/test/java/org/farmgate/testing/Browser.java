package org.farmgate.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser for the journeys: the Chromium or Chrome of this machine, else one that Playwright fetches. Where
/// neither can be had, the journeys are left out, and `./farmgate test` says so at its end.
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");
    private static final List<String> MAC_APPLICATIONS = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /// The sandbox does not work for root; the rest keeps the browser from talking to its maker. The camera is a
    /// made-up one.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required");

    private static final Path LEFT_OUT = Path.of("target", "left-out.txt");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser, or leaves the calling test out. One browser serves a whole test class; each test opens a
    /// context of its own in it.
    public static Browser open() {
        Optional<Path> installed = installed();
        Map<String, String> environment =
                installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        installed.ifPresent(options::setExecutablePath);
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            if (playwright != null) {
                playwright.close();
            }
            if (installed.isPresent()) {
                throw e; // a browser that is there must work
            }
            return abort(leaveOut());
        }
    }

    private static Optional<Path> installed() {
        String chosen = System.getenv("FARMGATE_CHROMIUM");
        if (chosen != null && !chosen.isBlank()) {
            return Optional.of(Path.of(chosen));
        }
        Stream<Path> onPath = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, MAC_APPLICATIONS.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String leaveOut() {
        String reason = "the browser journeys, because this machine has no Chromium or Chrome and none could be fetched"
                + " (install one, or name it with FARMGATE_CHROMIUM).";
        try {
            Files.writeString(LEFT_OUT, reason + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Left out: " + reason;
    }

    /// Playwright's browser, to open contexts and pages in.
    public com.microsoft.playwright.Browser playwright() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
