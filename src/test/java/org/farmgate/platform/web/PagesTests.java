package org.farmgate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The platform's own pages, in all three languages, and what the first one weighs.
@WholeAppTest
class PagesTests {
    private static final int FIRST_PAGE_MOST_BYTES = 100_000;

    private final MockMvcTester mvc;
    private final Cast cast;

    @Autowired
    PagesTests(MockMvcTester mvc, Cast cast) {
        this.mvc = mvc;
        this.cast = cast;
    }

    @Test
    void everyPageIsThereInEveryLanguage() {
        List<String> faults = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/account",
                "/accounts",
                "/audit",
                "/organisation",
                "/organisation/tokens",
                "/parties",
                "/parties/new",
                "/parties/" + cast.aygul().person(),
                "/parties/" + cast.aygul().person() + "/numbers",
                "/parties/" + cast.aygul().person() + "/erasure",
                "/api",
                "/accounts/" + cast.aygul().account() + "/password"))
            for (Locale language : Languages.ALL) {
                MvcTestResult result = mvc.get()
                        .uri(path + "?lang=" + language.toLanguageTag())
                        .with(cast.signedInAs(cast.admin()))
                        .exchange();
                String html = body(result);
                String direction = Languages.isRightToLeft(language) ? "rtl" : "ltr";
                if (result.getResponse().getStatus() != 200
                        || !html.contains("<html lang=\"" + language.toLanguageTag() + "\" dir=\"" + direction + "\""))
                    faults.add(path + " in " + language + " answered "
                            + result.getResponse().getStatus());
            }
        assertThat(faults).isEmpty();
    }

    @Test
    void theFirstPageIsLight() throws IOException {
        MvcTestResult home = mvc.get().uri("/").header("Accept-Language", "ug").exchange();
        String html = body(home);
        int bytes = zipped(home.getResponse().getContentAsByteArray());
        Matcher links =
                Pattern.compile("(?:src|href)=\"(/(?:css|js|webjars)/[^\"#]+)").matcher(html);
        List<String> seen = new ArrayList<>();
        while (links.find()) if (!seen.contains(links.group(1))) seen.add(links.group(1));
        assertThat(seen).hasSizeGreaterThan(3);
        for (String link : seen) {
            MvcTestResult file = mvc.get().uri(link).exchange();
            assertThat(file).as(link).hasStatusOk();
            bytes += zipped(file.getResponse().getContentAsByteArray());
        }
        assertThat(bytes).as("gzipped: " + seen).isLessThan(FIRST_PAGE_MOST_BYTES);
    }

    @Test
    void tilesAreWhatOneMayDo() {
        String manager = body(page("/", cast.manager()));
        assertThat(manager).contains("Welcome, Zhao Lin", "href=\"/parties\"", "href=\"/organisation\"");
        assertThat(manager).doesNotContain("href=\"/accounts\"");
        assertThat(body(page("/", cast.nobody()))).contains("Nothing to do yet");
    }

    @Test
    void aTokenIsShownOnceAndNarrowsWhatItsMakerMay() {
        String made = body(mvc.post()
                .uri("/organisation/tokens")
                .with(cast.signedInAs(cast.manager()))
                .header("Accept-Language", "en")
                .param("name", "<b>scales</b>")
                .param("days", "30")
                .param("rights", Right.MANAGE_PARTIES.name(), Right.SEE_SUPPLY.name())
                .exchange());
        Matcher secret = Pattern.compile("fg_[A-Za-z0-9_-]{43}").matcher(made);
        assertThat(secret.find()).isTrue();
        assertThat(made).contains("&lt;b&gt;scales").doesNotContain("<b>scales");
        String bearer = "Bearer " + secret.group();
        assertThat(body(page("/organisation/tokens", cast.manager()))).doesNotContain(secret.group());
        assertThat(mvc.get().uri("/api/v1/parties").header("Authorization", bearer))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/memberships").header("Authorization", bearer))
                .hasStatus(403);
        assertThat(mvc.get().uri("/account").header("Authorization", bearer)).hasStatus(302);
        Matcher revocation =
                Pattern.compile("/organisation/tokens/[0-9a-f-]+/revocation").matcher(made);
        assertThat(revocation.find()).isTrue();
        assertThat(mvc.post().uri(revocation.group()).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        assertThat(mvc.post().uri(revocation.group()).with(cast.signedInAs(cast.manager())))
                .hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/parties").header("Authorization", bearer))
                .hasStatus(401);
    }

    @Test
    void aTokenCannotDoMoreThanItsMaker() {
        assertThat(mvc.post()
                        .uri("/organisation/tokens")
                        .with(cast.signedInAs(cast.manager()))
                        .header("Accept-Language", "en")
                        .param("name", "greedy")
                        .param("days", "30")
                        .param("rights", Right.ADMINISTER.name()))
                .hasStatus(422);
    }

    @Test
    void managersSeeTheirOwnTrailAlone() {
        String own = body(page("/audit?q=registered", cast.otherManager()));
        assertThat(own).contains("Wu Qiang").doesNotContain("Zhao Lin");
        assertThat(body(page("/audit?q=party.registered", cast.admin()))).contains("Zhao Lin", "Wu Qiang");
    }

    @Test
    void theInterfaceIsDescribedForProgramsAndPeople() {
        assertThat(mvc.get().uri("/api/v1/openapi.json"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.openapi", version -> version.assertThat().isNotNull())
                .hasPathSatisfying(
                        "$.paths['/api/v1/parties'].post['x-needs'][0]",
                        needs -> needs.assertThat().isEqualTo("MANAGE_PARTIES"))
                .doesNotHavePath("$.components.schemas.Actor")
                .doesNotHavePath("$.components.schemas.PartyId");
        assertThat(mvc.get().uri("/api").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/parties", "/api/v1/consents");
    }

    @Test
    void healthIsOpenAndTheMeasuresAreForThisMachineOrAnAdministrator() {
        assertThat(mvc.get().uri("/actuator/health"))
                .hasStatusOk()
                .bodyText()
                .contains("UP")
                .doesNotContain("PostgreSQL");
        assertThat(mvc.get().uri("/actuator/prometheus").remoteAddress("127.0.0.1"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/actuator/prometheus").remoteAddress("203.0.113.9"))
                .hasStatus(401);
        assertThat(mvc.get()
                        .uri("/actuator/prometheus")
                        .remoteAddress("127.0.0.1")
                        .header("X-Forwarded-For", "203.0.113.9"))
                .hasStatus(401);
        String mine = cast.bearer(cast.manager(), Right.SEE_SUPPLY);
        assertThat(mvc.get()
                        .uri("/actuator/prometheus")
                        .remoteAddress("203.0.113.9")
                        .header("Authorization", mine))
                .hasStatus(403);
        String admins = cast.bearer(cast.admin(), Right.ADMINISTER);
        assertThat(mvc.get()
                        .uri("/actuator/prometheus")
                        .remoteAddress("203.0.113.9")
                        .header("Authorization", admins))
                .hasStatusOk();
    }

    @Test
    void brokenJsonNamesThePlace() {
        String bearer = cast.bearer(cast.manager(), Right.MANAGE_PARTIES);
        assertThat(mvc.post()
                        .uri("/api/v1/parties")
                        .header("Authorization", bearer)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\n  \"name\": \"Melon\",\n  \"kind\": \n}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("line 4");
        assertThat(mvc.post()
                        .uri("/api/v1/parties")
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": {\"deep\": 1}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("name");
        assertThat(mvc.post()
                        .uri("/api/v1/parties")
                        .header("Authorization", bearer)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("name"))
                .hasStatus(415);
    }

    private MvcTestResult page(String path, org.farmgate.platform.Actor actor) {
        return mvc.get()
                .uri(path)
                .with(cast.signedInAs(actor))
                .header("Accept-Language", "en")
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static int zipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.size();
    }
}
