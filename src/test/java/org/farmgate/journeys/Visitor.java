package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.farmgate.platform.web.Languages;
import org.farmgate.testing.Browser;
import org.springframework.context.MessageSource;

/// Somebody at a browser, who reads one language. Every page they come to is looked at: the right language and
/// direction, no key in place of words, nothing wider than the screen; and its picture is kept in
/// `target/screenshots`.
final class Visitor implements AutoCloseable {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 900;
    /// What stands on a page when a message is missing: its key.
    private static final Pattern BARE_KEY = Pattern.compile(
            "\\?\\?\\?|\\b(ui|platform|docking|trade|imports?|jobs|party|"
                    + "shop|live|outside|parcel|carrier|storage|supply|place|product|logistics|stock|demo|rule|thing|error|field|audit)\\.[a-z][a-zA-Z]*([.-][a-zA-Z_-]+)*\\b");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final MessageSource messages;
    private final Locale locale;
    private final String name;
    private int shots;

    Visitor(Browser browser, String home, MessageSource messages, Locale locale, String name) {
        this.context = browser.playwright()
                .newContext(new NewContextOptions()
                        .setLocale(locale.toLanguageTag())
                        .setAcceptDownloads(true)
                        .setViewportSize(DESK, HEIGHT));
        this.page = context.newPage();
        this.page.setDefaultTimeout(30_000);
        this.home = home;
        this.messages = messages;
        this.locale = locale;
        this.name = name;
    }

    Page page() {
        return page;
    }

    Locale locale() {
        return locale;
    }

    /// As the message files have it in this visitor's language.
    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    void open(String path) {
        page.navigate(home + path);
    }

    /// Follows the link of these words in the main part of the page, or presses the button.
    void follow(String key) {
        main().locator("a")
                .filter(new Locator.FilterOptions().setHasText(words(key)))
                .first()
                .click();
    }

    void press(String key) {
        main().locator("button")
                .filter(new Locator.FilterOptions().setHasText(words(key)))
                .first()
                .click();
    }

    void type(String field, String text) {
        main().locator("[name='" + field + "']").fill(text);
    }

    Locator main() {
        return page.locator("main");
    }

    void sees(String key, Object... arguments) {
        seesText(words(key, arguments));
    }

    /// Waits for it: what is typed, pressed or solved takes a moment to show.
    void seesText(String text) {
        try {
            main().getByText(text).first().waitFor();
        } catch (PlaywrightException e) {
            throw new AssertionError(
                    "“" + text + "” does not show on " + page.url() + ", but:\n" + main().innerText(), e);
        }
    }

    void signIn(String username, String password) {
        open("/sign-in");
        type("username", username);
        type("password", password);
        press("platform.signin.submit");
        sees("platform.home.tasks");
    }

    void signOut() {
        page.locator("form[action='/sign-out'] button").click();
        sees("platform.home.lead");
    }

    /// Looks the page over and keeps its picture at the width of a telephone and of a desk.
    void look(String what) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(locale.toLanguageTag());
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(Languages.isRightToLeft(locale) ? "rtl" : "ltr");
        assertThat(page.title()).isNotBlank();
        String text = page.locator("body").innerText();
        assertThat(BARE_KEY.matcher(text).results().map(result -> result.group()))
                .as("keys without words on %s", page.url())
                .isEmpty();
        shots++;
        shoot(what, PHONE);
        shoot(what, DESK);
    }

    private void shoot(String what, int width) {
        page.setViewportSize(width, HEIGHT);
        Object widest = page.evaluate("document.documentElement.scrollWidth");
        Path file = Path.of("target", "screenshots", name, "%02d-%s-%d.png".formatted(shots, what, width));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(((Number) widest).intValue())
                .as("%s is wider than the screen; see %s", page.url(), file)
                .isLessThanOrEqualTo(width);
    }

    @Override
    public void close() {
        context.close();
    }
}
