package org.farmgate.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.farmgate.ledger.Ledgers;
import org.farmgate.platform.Actor;
import org.farmgate.platform.JobId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.jobs.Jobs;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import(Ledgers.class)
class ExportPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Jobs jobs;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theFileHoldsWhatItsAskerSeesAndNobodyElseGetsIt() throws Exception {
        PartyId coop = cast.manager().organisation();
        UUID ours = ledgers.buy(coop, ledgers.grower().organisation(), 12_345, Ledgers.DAY);
        UUID later = ledgers.buy(coop, ledgers.grower().organisation(), 1, Ledgers.DAY.plusDays(1));
        UUID theirs = ledgers.buy(
                cast.county(),
                cast.otherManager().organisation(),
                cast.faraway().organisation(),
                700,
                Ledgers.DAY);
        MvcTestResult asked = mvc.post()
                .uri("/books/exports")
                .param("origin", cast.county().toString())
                .param("from", Ledgers.DAY.toString())
                .param("to", Ledgers.DAY.toString())
                .with(cast.signedInAs(cast.clerk()))
                .exchange();
        assertThat(asked).hasStatus3xxRedirection();
        JobId job = new JobId(UUID.fromString(
                String.valueOf(asked.getResponse().getRedirectedUrl()).replace("/jobs/", "")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jobs.get(cast.clerk(), job).state().hasEnded());
        assertThat(jobs.get(cast.clerk(), job).resultPath()).contains("/books/exports/" + job);
        assertThat(page(cast.manager(), "/books/exports/" + job)).hasStatusOk();
        String csv = page(cast.manager(), "/books/exports/" + job + "/books.csv")
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffid,on,")
                .contains("123.45,ticket," + ours)
                .doesNotContain(later.toString())
                .doesNotContain(theirs.toString());
        assertThat(page(cast.otherManager(), "/books/exports/" + job)).hasStatus(404);
        assertThat(page(cast.otherManager(), "/books/exports/" + job + "/books.csv"))
                .hasStatus(404);
    }

    private MvcTestResult page(Actor actor, String path) {
        return mvc.get().uri(path).with(cast.signedInAs(actor)).exchange();
    }
}
