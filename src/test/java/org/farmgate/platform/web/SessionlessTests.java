package org.farmgate.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// In an application of its own: the test support's `csrf()` puts a token store with servlet sessions into the
/// chain of whatever application it is used on.
@WholeAppTest
@TestPropertySource(properties = "test.chain=untouched")
class SessionlessTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void nobodyGetsAnHttpSessionAndEverybodyTheHeaders() {
        var home = mvc.get().uri("/").exchange();
        assertThat(home).hasStatusOk();
        assertThat(home.getRequest().getSession(false)).isNull();
        assertThat(home)
                .headers()
                .containsHeaders(
                        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy");
        assertThat(home.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(home.getResponse().getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }
}
