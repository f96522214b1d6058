package org.farmgate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.farmgate.platform.Accounts;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Signing in and out, as a browser does it.
@WholeAppTest
class SignInTests {
    private final MockMvcTester mvc;
    private final Cast cast;
    private final Accounts accounts;

    @Autowired
    SignInTests(MockMvcTester mvc, Cast cast, Accounts accounts) {
        this.mvc = mvc;
        this.cast = cast;
        this.accounts = accounts;
    }

    @Test
    void whoSignsInComesToWhereTheyWantedToGoAndIsGreetedByName() {
        MvcTestResult result = signIn(" Aygul ", Cast.PASSWORD, "/account", address());
        assertThat(result).hasStatus(303).hasHeader("Location", "/account");
        String written = result.getResponse().getHeader("Set-Cookie");
        assertThat(written).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Max-Age");
        assertThat(mvc.get().uri("/account").cookie(cookie(result)).header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Aygul Memet");
    }

    @Test
    void wrongPasswordAndUnknownNameAreRefusedAlike() {
        String wrong = body(signIn("aygul", "not her password", "/", address()));
        String unknown = body(signIn("nobody-of-this-name", "not her password", "/", address()));
        assertThat(wrong).contains("User name and password do not match");
        assertThat(unknown).contains("User name and password do not match");
    }

    @Test
    void theSixthWrongAttemptWaitsThoughItWereRightAndOthersAreNotHindered() {
        String address = address();
        for (int attempt = 0; attempt < 5; attempt++)
            assertThat(signIn("tursun", "wrong wrong " + attempt, "/", address)).hasStatus(422);
        MvcTestResult sixth = signIn("tursun", Cast.PASSWORD, "/", address);
        assertThat(sixth).hasStatus(429).containsHeader("Retry-After");
        assertThat(body(sixth)).containsPattern("Please wait [1-6][0-9] seconds");
        assertThat(signIn("aygul", Cast.PASSWORD, "/", address)).hasStatus(303);
        assertThat(signIn("tursun", Cast.PASSWORD, "/", address())).hasStatus(303);
    }

    @Test
    void aRightAttemptForgetsTheSlipsBefore() {
        String address = address();
        for (int round = 0; round < 3; round++) {
            for (int attempt = 0; attempt < 4; attempt++)
                assertThat(signIn("lina", "slip of the finger", "/", address)).hasStatus(422);
            assertThat(signIn("lina", Cast.PASSWORD, "/", address)).hasStatus(303);
        }
    }

    @Test
    void onlyPlacesWithinFarmgateAreGoneOnTo() {
        for (String next : new String[] {
            "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"
        })
            assertThat(signIn("aygul", Cast.PASSWORD, next, address()))
                    .hasStatus(303)
                    .hasHeader("Location", "/");
    }

    @Test
    void whoSignsOutIsOutOnTheServerToo() {
        Cookie cookie = cookie(signIn("majun", Cast.PASSWORD, "/", address()));
        assertThat(mvc.post().uri("/sign-out").cookie(cookie).with(csrf())).hasStatus(303);
        assertThat(mvc.get().uri("/account").cookie(cookie)).hasStatus(302);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndCannotComeBack() {
        var temp = cast.grower(cast.manager(), "Somebody Else", "somebody-else");
        Cookie cookie = cookie(signIn("somebody-else", Cast.PASSWORD, "/", address()));
        accounts.disable(cast.admin(), temp.account());
        assertThat(mvc.get().uri("/account").cookie(cookie)).hasStatus(302);
        assertThat(signIn("somebody-else", Cast.PASSWORD, "/", address())).hasStatus(422);
    }

    @Test
    void aChangedPasswordSignsOutAllOtherBrowsers() {
        cast.grower(cast.manager(), "Two Phones", "two-phones");
        Cookie here = cookie(signIn("two-phones", Cast.PASSWORD, "/", address()));
        Cookie there = cookie(signIn("two-phones", Cast.PASSWORD, "/", address()));
        assertThat(mvc.post()
                        .uri("/account/password")
                        .cookie(here)
                        .with(csrf())
                        .param("old", "a guess at the old one")
                        .param("password", "walnuts in the yard")
                        .param("repeated", "walnuts in the yard"))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri("/account/password")
                        .cookie(here)
                        .with(csrf())
                        .param("old", Cast.PASSWORD)
                        .param("password", "walnuts in the yard")
                        .param("repeated", "walnuts in the yard"))
                .hasStatus(303);
        assertThat(mvc.get().uri("/account").cookie(here)).hasStatusOk();
        assertThat(mvc.get().uri("/account").cookie(there)).hasStatus(302);
    }

    @Test
    void markupInAUserNameComesBackAsText() {
        assertThat(body(signIn("\"><script>alert(1)</script>", "whatever it is", "/", address())))
                .doesNotContain("<script>alert");
    }

    @Test
    void oneActsOnlyForOrganisationsOneBelongsTo() {
        assertThat(mvc.post()
                        .uri("/acting")
                        .with(cast.signedInAs(cast.clerk()))
                        .param("organisation", cast.buyer().organisation().toString()))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/acting")
                        .with(cast.signedInAs(cast.clerk()))
                        .param("organisation", cast.clerk().organisation().toString()))
                .hasStatus(303);
    }

    private MvcTestResult signIn(String username, String password, String next, String address) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .remoteAddress(address)
                .header("Accept-Language", "en")
                .param("username", username)
                .param("password", password)
                .param("next", next)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// Of its own for each test, since attempts are counted by address.
    private static String address() {
        UUID random = UUID.randomUUID();
        return "2001:db8::" + Long.toHexString(random.getLeastSignificantBits() & 0xffff) + ":"
                + Long.toHexString(random.getMostSignificantBits() & 0xffff);
    }

    private static Cookie cookie(MvcTestResult result) {
        String written = String.valueOf(result.getResponse().getHeader("Set-Cookie"));
        assertThat(written).startsWith("farmgate_session=");
        return new Cookie("farmgate_session", written.substring("farmgate_session=".length(), written.indexOf(';')));
    }
}
