package org.farmgate.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Ledgers;
import org.farmgate.ledger.TransferId;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.Payouts;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import(Ledgers.class)
class LedgerPagesTests {
    @Autowired
    org.farmgate.testing.Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Payouts payouts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Test
    void theTrialBalanceOpensDownToTheTicket() {
        PartyId grower = ledgers.grower().organisation();
        UUID ticket = ledgers.buy(coop(), grower, 48_000, today());
        AccountKey payable = AccountKey.payable(cast.county(), coop(), grower);
        assertThat(page(cast.manager(), "/books"))
                .hasStatusOk()
                .bodyText()
                .contains("Payable", "Both sides are equal.");
        assertThat(page(cast.manager(), "/books/" + cast.county() + "/accounts?kind=payable"))
                .hasStatusOk()
                .bodyText()
                .contains(payable.id().toString(), "¥480.00");
        String entry = "/books/" + cast.county() + "/postings/" + TransferId.of("ticket", ticket, "price");
        assertThat(page(cast.manager(), "/books/" + cast.county() + "/accounts/" + payable.id()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        entry,
                        "Bought by weight ticket, Ledger melon",
                        ticket.toString().substring(28));
        assertThat(page(cast.clerk(), entry)).hasStatusOk().bodyText().contains("Put this entry right");
        assertThat(page(cast.viewer(), entry)).hasStatusOk().bodyText().doesNotContain("Put this entry right");
        assertThat(page(cast.otherManager(), entry)).hasStatus(404);
    }

    @Test
    void aCorrectionNeedsAReason() {
        PartyId grower = ledgers.grower().organisation();
        UUID ticket = ledgers.buy(coop(), grower, 500, today());
        String entry = "/books/" + cast.county() + "/postings/" + TransferId.of("ticket", ticket, "price");
        assertThat(mvc.post().uri(entry + "/correction").param("reason", " ").with(cast.signedInAs(cast.clerk())))
                .hasStatus(422);
        assertThat(mvc.post()
                        .uri(entry + "/correction")
                        .param("reason", "Weighed twice")
                        .param("right", "4.99")
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus3xxRedirection();
        assertThat(page(cast.clerk(), entry)).bodyText().contains("Weighed twice", "Entry put right");
        assertThat(ledgers.payable(coop(), grower).fen()).isEqualTo(499);
    }

    @Test
    void aGrowerComesToTheirSlipsAndToNobodyElses() throws Exception {
        Actor grower = ledgers.grower();
        Actor neighbour = ledgers.grower();
        ledgers.buy(coop(), grower.organisation(), 48_000, today());
        assertThat(page(grower, "/books"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/slips");
        String slip = "/slips/" + coop() + "/" + grower.organisation();
        assertThat(page(grower, "/slips")).hasStatusOk().bodyText().contains(slip, "¥480.00");
        assertThat(page(grower, slip)).hasStatusOk().bodyText().contains("240 kg", "¥2.00/kg", "moisture 3 kg");
        for (Actor other : java.util.List.of(neighbour, cast.otherManager(), cast.buyer())) {
            assertThat(page(other, slip)).hasStatus(404);
            assertThat(page(other, slip + "/slip.pdf")).hasStatus(404);
            assertThat(page(other, "/api/v1" + slip)).hasStatus(404);
        }
        assertThat(page(grower, slip + "?from=2026-02-30")).hasStatus(422);
        for (String language : java.util.List.of("en", "zh", "ug")) {
            byte[] pdf = page(grower, slip + "/slip.pdf?language=" + language)
                    .getResponse()
                    .getContentAsByteArray();
            String text = new PDFTextStripper().getText(Loader.loadPDF(pdf));
            assertThat(text)
                    .contains(
                            switch (language) {
                                case "en" -> "Pay slip";
                                case "zh" -> "货款单";
                                default -> "ھېسابات";
                            });
            assertThat(text).contains("240").contains("Ledger Grower");
        }
        assertThat(page(grower, "/api/v1" + slip))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.lines[0].deductions[0].massGrams")
                .isEqualTo(3_000);
    }

    @Test
    void aPayoutGoesThroughItsPages() {
        Actor grower = ledgers.keepsBankNumber(ledgers.grower());
        ledgers.buy(coop(), grower.organisation(), 7_000, today());
        assertThat(page(cast.clerk(), "/payouts/new")).hasStatusOk().bodyText().contains("¥70.00");
        PayoutId id = PayoutId.next();
        MvcTestResult none = mvc.post()
                .uri("/payouts")
                .param("id", id.toString())
                .param("origin", cast.county().toString())
                .param("payOn", today().toString())
                .with(cast.signedInAs(cast.clerk()))
                .exchange();
        assertThat(none).as("nobody was ticked").hasStatus(422);
        assertThat(mvc.post()
                        .uri("/payouts")
                        .param("id", id.toString())
                        .param("origin", cast.county().toString())
                        .param("payOn", today().toString())
                        .param("payee", grower.organisation().toString())
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus3xxRedirection();
        assertThat(page(cast.clerk(), "/payouts/" + id)).bodyText().contains("A second person");
        assertThat(page(cast.manager(), "/payouts/" + id)).bodyText().contains("Release this payout?");
        assertThat(mvc.post().uri("/payouts/" + id + "/release").with(cast.signedInAs(cast.clerk())))
                .hasStatus(403);
        assertThat(mvc.post().uri("/payouts/" + id + "/release").with(cast.signedInAs(cast.manager())))
                .hasStatus3xxRedirection();
        assertThat(page(cast.clerk(), "/payouts/" + id)).bodyText().contains("Under way");
        assertThat(page(cast.otherManager(), "/payouts/" + id)).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/api/v1/payouts/" + id + "/return")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"line\": 1, \"reason\": \"No such account\", \"on\": \"" + today() + "\"}")
                        .header("Authorization", cast.bearer(cast.manager(), Right.KEEP_BOOKS)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.lines[0].state")
                .isEqualTo("RETURNED");
    }

    @Test
    void theProposerIsToldWhyTheyCannotRelease() {
        Actor grower = ledgers.keepsBankNumber(ledgers.grower());
        ledgers.buy(coop(), grower.organisation(), 7_000, today());
        PayoutId id = payouts.propose(
                        cast.manager(), PayoutId.next(), cast.county(), coop(), today(), Set.of(grower.organisation()))
                .id();
        assertThat(mvc.post()
                        .uri("/payouts/" + id + "/release")
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.manager())))
                .hasStatus(409)
                .bodyText()
                .contains("a second person must release it");
    }

    @Test
    void theApiGivesTheTrialBalance() {
        ledgers.buy(coop(), ledgers.grower().organisation(), 900, today());
        assertThat(page(cast.manager(), "/api/v1/books/trial-balance?origin=" + cast.county()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.lines[*].kind")
                .asArray()
                .contains(AccountKind.PAYABLE.name(), AccountKind.GOODS_BOUGHT.name());
        assertThat(page(cast.manager(), "/api/v1/books/trial-balance")).hasStatus(422);
        assertThat(page(cast.manager(), "/api/v1/books/" + cast.county() + "/accounts?kind=nonsense"))
                .hasStatus(422);
    }

    private MvcTestResult page(Actor actor, String path) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private PartyId coop() {
        return cast.manager().organisation();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
