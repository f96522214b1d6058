package org.farmgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowserTests {
    @Test
    void showsAPageAndRunsItsScript() {
        try (Browser browser = Browser.open()) {
            Page page = browser.playwright().newContext().newPage();
            page.setContent("<p id=n>1</p><script>document.getElementById('n').textContent = 1 + 1</script>");
            assertThat(page.locator("#n").textContent()).isEqualTo("2");
        }
    }
}
