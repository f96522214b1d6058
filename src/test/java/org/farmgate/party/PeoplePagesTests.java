package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.party.Consent.ConsentId;
import org.farmgate.platform.Accounts;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// One's own consents, and sign-ins for others.
@WholeAppTest
class PeoplePagesTests {
    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Consents consents;

    @Autowired
    Accounts accounts;

    @Test
    void aGrowerSeesGivesAndWithdrawsConsents() {
        var grower = cast.grower(cast.manager(), "Patime", "patime");
        assertThat(mvc.get().uri("/consents").header("Accept-Language", "en").with(cast.signedInAs(grower)))
                .hasStatusOk()
                .bodyText()
                .contains("My consents", "Sweet Melon Cooperative", "Test county centre")
                .doesNotContain("Other Cooperative");
        assertThat(mvc.post()
                        .uri("/consents")
                        .param("id", ConsentId.next().toString())
                        .param("to", cast.manager().organisation().toString())
                        .param("purpose", "REPRESENTATION")
                        .with(cast.signedInAs(grower)))
                .hasRedirectedUrl("/consents?done=consent");
        assertThat(consents.isGiven(grower.person(), cast.manager().organisation(), ConsentPurpose.REPRESENTATION))
                .isTrue();
        Consent given = consents.of(grower.person()).getFirst();
        assertThat(mvc.post()
                        .uri("/consents/{id}/withdrawal", given.id())
                        .param("back", "/consents?done=withdrawn")
                        .with(cast.signedInAs(grower)))
                .hasRedirectedUrl("/consents?done=withdrawn");
        assertThat(consents.isGiven(grower.person(), cast.manager().organisation(), ConsentPurpose.REPRESENTATION))
                .isFalse();
        assertThat(mvc.post().uri("/consents").param("id", "x").with(cast.signedInAs(grower)))
                .hasStatus(422);
    }

    @Test
    void aSignInIsGivenByWhoLooksAfterAPersonAndByNobodyElse() {
        var grower = cast.grower(cast.manager(), "Rozi", "rozi");
        String path = "/parties/" + grower.person() + "/sign-in";
        assertThat(mvc.get().uri(path).header("Accept-Language", "en").with(cast.signedInAs(cast.manager())))
                .hasStatusOk()
                .bodyText()
                .contains("Give a sign-in", "rozi");
        assertThat(mvc.post()
                        .uri(path)
                        .param("username", "rozi2")
                        .param("password", "short")
                        .with(cast.signedInAs(cast.manager())))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(path)
                        .param("username", "rozi2")
                        .param("password", "melons in october")
                        .with(cast.signedInAs(cast.manager())))
                .hasRedirectedUrl("/parties/" + grower.person() + "?done=sign-in");
        assertThat(accounts.check("rozi2", "melons in october")).isPresent();
        assertThat(mvc.post()
                        .uri(path)
                        .param("username", "rozi3")
                        .param("password", "melons in october")
                        .with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        String staff = "/parties/" + cast.clerk().person() + "/sign-in";
        assertThat(mvc.post()
                        .uri(staff)
                        .param("username", "lina2")
                        .param("password", "melons in october")
                        .with(cast.signedInAs(cast.manager())))
                .as("only an administrator gives one to staff who have lost theirs")
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri(staff)
                        .param("username", "lina2")
                        .param("password", "melons in october")
                        .with(cast.signedInAs(cast.admin())))
                .hasStatus3xxRedirection();
    }

    @Test
    void anAdministratorSeesHowNumbersAreSealed() {
        assertThat(mvc.get().uri("/numbers").header("Accept-Language", "en").with(cast.signedInAs(cast.admin())))
                .hasStatusOk()
                .bodyText()
                .contains("Sealed numbers");
        assertThat(mvc.get().uri("/numbers").with(cast.signedInAs(cast.manager())))
                .hasStatus(403);
    }
}
