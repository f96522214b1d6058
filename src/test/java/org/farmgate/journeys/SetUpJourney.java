package org.farmgate.journeys;

import org.farmgate.platform.security.SetUp;
import org.farmgate.platform.web.Languages;
import org.farmgate.testing.Browser;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;

/// An installation without the demo county: its first administrator comes by the link that the start prints.
@JourneyTest
@TestPropertySource(properties = "journey=set-up") // a context of its own: nobody else may have signed up before
class SetUpJourney {
    private static final String PASSWORD = "apricots in the shade";

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    SetUp setUp;

    @Test
    void theLinkMakesTheFirstAdministratorOnce() {
        String link = "/set-up?token=" + setUp.offer().orElseThrow().text();
        try (Browser browser = Browser.open();
                Visitor visitor =
                        new Visitor(browser, "http://localhost:" + port, messages, Languages.ENGLISH, "set-up")) {
            visitor.open(link);
            visitor.sees("platform.setup.lead");
            visitor.look("set-up");
            visitor.type("organisation", "Hami Marketing Office");
            visitor.type("person", "Rena Rahman");
            visitor.type("username", "rena");
            visitor.type("password", PASSWORD);
            visitor.type("repeated", PASSWORD + "!");
            visitor.press("platform.setup.submit");
            visitor.look("set-up-differing");
            visitor.type("password", PASSWORD);
            visitor.type("repeated", PASSWORD);
            visitor.press("platform.setup.submit");
            visitor.sees("platform.home.tasks");
            visitor.look("first-home");
            visitor.signOut();
            visitor.open(link);
            visitor.sees("rule.SET_UP_LINK_INVALID");
            visitor.look("set-up-again");
            visitor.signIn("rena", PASSWORD);
        }
    }
}
