package org.farmgate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whatever goes wrong is told as a page to people and as a problem to programs, in their language, and leaks
/// nothing.
@WholeAppTest
class ErrorsTests {
    private final MockMvcTester mvc;

    @Autowired
    ErrorsTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() {
        assertThat(mvc.get()
                        .uri("/no-such-page")
                        .header("Accept-Language", "en")
                        .accept(MediaType.TEXT_HTML))
                .hasStatus(404)
                .bodyText()
                .contains("<html lang=\"en\" dir=\"ltr\"", "There is no such page.");
        assertThat(mvc.get()
                        .uri("/no-such-page")
                        .header("Accept-Language", "ug")
                        .accept(MediaType.TEXT_HTML))
                .hasStatus(404)
                .bodyText()
                .contains("dir=\"rtl\"", "بۇنداق بەت يوق.");
    }

    @Test
    void aProgramGetsAProblemWithAStableCode() {
        assertThat(mvc.get().uri("/api/v1/no-such-thing").header("Accept-Language", "zh"))
                .hasStatus(404)
                .hasContentType("application/problem+json;charset=UTF-8")
                .bodyJson()
                .hasPathSatisfying("$.code", code -> code.assertThat().isEqualTo("not-found"))
                .hasPathSatisfying("$.title", title -> title.assertThat().isEqualTo("没有找到"))
                .hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo(404))
                .hasPathSatisfying(
                        "$.reference", reference -> reference.assertThat().isNotNull());
    }

    @Test
    void aTokenThatIsNoneIsRefusedEvenWhereAllMayCome() {
        assertThat(mvc.get().uri("/api/v1/no-such-thing").header("Authorization", "Bearer fg_wrong"))
                .hasStatus(401)
                .containsHeader("WWW-Authenticate");
    }

    @Test
    void aFormWithoutItsProofIsRefused() {
        assertThat(mvc.post().uri("/theme").param("theme", "dark").header("Accept-Language", "en"))
                .hasStatus(403)
                .bodyText()
                .contains("This page was too old");
    }

    @Test
    void aMethodThatIsNotServedNamesTheOnesThatAre() {
        assertThat(mvc.delete().uri("/sign-in").with(csrf())).hasStatus(405).containsHeader("Allow");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        assertThat(mvc.post()
                        .uri("/api/v1/no-such-thing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "en")
                        .with(request -> {
                            request.setContent(new byte[33 * 1024 * 1024]);
                            return request;
                        }))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("At most 32 MB can be sent at once. Nothing was stored.");
    }

    @Test
    void aClosedPageSendsToSignInAndBack() {
        assertThat(mvc.get().uri("/account?x=1"))
                .hasStatus(302)
                .hasHeader("Location", "/sign-in?next=%2Faccount%3Fx%3D1");
    }

    @Test
    void markupInWhatWasSentIsShownAsText() {
        assertThat(mvc.post()
                        .uri("/theme")
                        .with(csrf())
                        .param("theme", "<script>alert(1)</script>")
                        .header("Accept-Language", "en"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)");
    }
}
