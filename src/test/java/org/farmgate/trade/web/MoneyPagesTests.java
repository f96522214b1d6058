package org.farmgate.trade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.Contract;
import org.farmgate.trade.Deal;
import org.farmgate.trade.InvoiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import({Cast.class, Deal.class})
class MoneyPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Deal deal;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult get(String address, Actor actor, String language) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", language)
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult send(String address, Actor actor, Map<String, String> typed) {
        var request = mvc.post().uri(address).header("Accept-Language", "en").with(cast.signedInAs(actor));
        typed.forEach(request::param);
        return request.exchange();
    }

    private InvoiceId invoiced(Contract contract) {
        InvoiceId id = deal.delivered(contract, Mass.tonnes(2), new Mass(1_998_000));
        await().until(() ->
                get("/invoices/" + id, cast.buyer(), "en").getResponse().getStatus() == 200);
        return id;
    }

    @Test
    void bothSidesSeeAnInvoiceAndTheSellersBookkeeperEntersWhatCameIn() {
        Contract contract = deal.signed();
        InvoiceId id = invoiced(contract);
        String page = "/invoices/" + id;
        assertThat(get(page, cast.buyer(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("¥4,995.00", "Fixed by the contract")
                .doesNotContain("Enter what came in");
        assertThat(get(page, cast.clerk(), "en")).hasStatusOk().bodyText().contains("Enter what came in");
        assertThat(get(page, cast.otherManager(), "en")).hasStatus(404);
        assertThat(get(page + "/invoice.pdf", cast.otherManager(), "en")).hasStatus(404);
        assertThat(get("/invoices?show=open", cast.buyer(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains(contract.number() + "-001");
        Map<String, String> typed = new HashMap<>(
                Map.of("id", UUID.randomUUID().toString(), "amount", "5000", "on", "2026-02-30", "means", "BANK"));
        assertThat(send(page + "/payments", cast.clerk(), typed)).hasStatus(422);
        typed.remove("on");
        assertThat(send(page + "/payments", cast.clerk(), typed))
                .hasStatus(422)
                .bodyText()
                .contains("¥4,995.00 are open", "value=\"5000\"");
        typed.put("amount", "4995");
        assertThat(send(page + "/payments", cast.buyer(), typed)).hasStatus(409);
        assertThat(send(page + "/payments", cast.clerk(), typed)).hasStatus3xxRedirection();
        assertThat(send(page + "/payments", cast.clerk(), typed)).hasStatus3xxRedirection();
        assertThat(get(page, cast.buyer(), "en")).hasStatusOk().bodyText().contains(">Paid<");
    }

    @Test
    void aSellerSendsGoodsAndEntersTheDepositOnTheMoneyPage() {
        Contract contract = deal.signed();
        CallOff callOff = deal.called(contract, Mass.tonnes(1));
        String page = "/contracts/" + contract.id();
        assertThat(get(page, cast.clerk(), "en")).hasStatusOk().bodyText().contains(page + "/money");
        assertThat(get(page + "/money", cast.clerk(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Send goods", "¥5,000.00", callOff.id().toString());
        assertThat(get(page + "/money", cast.buyer(), "en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Send goods</summary>");
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        Map<String, String> typed = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "callOff",
                callOff.id().toString(),
                "from",
                deal.packingHouse.toString(),
                "mass",
                "2",
                "massUnit",
                "t",
                "packages",
                "50",
                "firstDay",
                today,
                "lastDay",
                today));
        assertThat(send(page + "/deliveries", cast.clerk(), typed))
                .hasStatus(409)
                .bodyText()
                .contains("cannot be sent for this call-off");
        typed.put("mass", "1");
        assertThat(send(page + "/deliveries", cast.clerk(), typed)).hasStatus3xxRedirection();
        assertThat(send(
                        page + "/deposit",
                        cast.clerk(),
                        Map.of("id", UUID.randomUUID().toString(), "kind", "APPLIED", "amount", "1")))
                .hasStatus(422);
        assertThat(send(
                        page + "/deposit",
                        cast.clerk(),
                        Map.of("id", UUID.randomUUID().toString(), "kind", "RECEIVED", "amount", "5000")))
                .hasStatus3xxRedirection();
        assertThat(get(page + "/money", cast.buyer(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Received: ¥5,000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void pagesAndPapersAreThereInEachLanguage(String language) {
        Contract contract = deal.signed();
        InvoiceId id = invoiced(contract);
        assertThat(get("/contracts/" + contract.id() + "/money", cast.buyer(), language))
                .hasStatusOk();
        MvcTestResult paper = get("/invoices/" + id + "/invoice.pdf", cast.buyer(), language);
        assertThat(paper).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(paper.getResponse().getContentAsByteArray()).hasSizeGreaterThan(2_000);
    }

    @Test
    void programsDoTheSameByJson() {
        Contract contract = deal.signed();
        CallOff callOff = deal.called(contract, Mass.tonnes(1));
        String token =
                cast.bearer(cast.manager(), Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.MOVE_GOODS, Right.SEE_DEMAND);
        String address = "/api/v1/contracts/" + contract.id();
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        assertThat(json(address + "/deliveries", token, """
                {"id": "%s", "callOff": "%s", "from": "%s", "massGrams": 1000000, "packages": 5, "firstDay": "%s",
                 "lastDay": "%s"}""".formatted(
                                UUID.randomUUID(), callOff.id(), deal.packingHouse, today, today)))
                .hasStatus(201);
        assertThat(json(address + "/deposit", token, """
                {"id": "%s", "kind": "RECEIVED", "amountFen": 500000, "note": "Slip"}""".formatted(UUID.randomUUID())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.heldFen")
                .isEqualTo(500_000);
        assertThat(json(address + "/deposit", token, """
                {"id": "%s", "kind": "GIVEN_BACK", "amountFen": 500001}""".formatted(UUID.randomUUID())))
                .hasStatus(409);
        InvoiceId id = invoiced(contract);
        assertThat(json("/api/v1/invoices/" + id + "/deposit", token, """
                {"id": "%s", "amountFen": 499500}""".formatted(UUID.randomUUID())))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/invoices/" + id).header("Authorization", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.stage")
                .isEqualTo("PAID");
        assertThat(mvc.get().uri(address + "/fulfilment").header("Authorization", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.deliveredGrams")
                .isEqualTo(1_998_000);
    }

    private MvcTestResult json(String to, String token, String body) {
        return mvc.post()
                .uri(to)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
