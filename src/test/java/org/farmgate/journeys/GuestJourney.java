package org.farmgate.journeys;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.farmgate.platform.DemoSignIns;
import org.farmgate.platform.web.Languages;
import org.farmgate.testing.Browser;
import org.farmgate.testing.JourneyTest;
import org.farmgate.testing.WithDemoCounty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/// A newcomer looks around, changes the language, mistypes the password, gets in and out again.
@JourneyTest
@WithDemoCounty
class GuestJourney {
    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    DemoSignIns demo;

    @Test
    void aNewcomerGetsInAndOut() {
        String home = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            try (Visitor english = visitor(browser, home, Languages.ENGLISH)) {
                english.open("/");
                english.sees("platform.home.lead");
                english.sees("platform.demo.title");
                english.seesText(demo.all().getFirst().personName());
                english.look("home");
                choose(english, Languages.UYGHUR);
            }
            for (Locale locale : Languages.ALL)
                try (Visitor visitor = visitor(browser, home, locale)) {
                    mistypes(visitor);
                }
        }
    }

    /// The language is chosen by its own name and kept.
    private void choose(Visitor visitor, Locale language) {
        visitor.page().locator("a[hreflang='" + language.toLanguageTag() + "']").click();
        Locator lead = visitor.main().getByText(messages.getMessage("platform.home.lead", null, language));
        lead.first().waitFor();
        visitor.open("/sign-in");
        visitor.main()
                .getByText(messages.getMessage("platform.signin.lead", null, language))
                .first()
                .waitFor();
    }

    private void mistypes(Visitor visitor) {
        visitor.open("/sign-in");
        visitor.look("sign-in");
        visitor.type("username", "nurgul");
        visitor.type("password", "not the password");
        visitor.press("platform.signin.submit");
        visitor.sees("rule.SIGN_IN_REFUSED");
        visitor.look("sign-in-refused");
        visitor.type("password", demo.password());
        visitor.press("platform.signin.submit");
        visitor.sees("platform.home.tasks");
        visitor.look("home-of-a-grower");
        visitor.signOut();
    }

    private Visitor visitor(Browser browser, String home, Locale locale) {
        return new Visitor(browser, home, messages, locale, "guest-" + locale.toLanguageTag());
    }
}
