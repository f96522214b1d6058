package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import({Cast.class, Season.class, Scale.class})
class TicketPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    Scale scale;

    @Autowired
    Tickets tickets;

    @Autowired
    Harvests harvests;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult get(String address, Actor actor) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult send(String address, Actor actor, Map<String, String> typed) {
        var request = mvc.post().uri(address).header("Accept-Language", "en").with(cast.signedInAs(actor));
        typed.forEach(request::param);
        return request.exchange();
    }

    private Map<String, String> typed(TicketId id, String source) {
        Map<String, String> typed = new java.util.HashMap<>();
        typed.put("id", id.toString());
        typed.put("grower", cast.aygul().organisation().toString());
        typed.put("source", source);
        typed.put("gross", "1105");
        typed.put("grossUnit", "kg");
        typed.put("tare", "200");
        typed.put("tareUnit", "jin");
        typed.put("dirt", "5");
        typed.put("grade", "1");
        typed.put("title", "OUTRIGHT");
        typed.put("price", "2.35");
        typed.put("site", scale.packingHouse.toString());
        typed.put("witness", "Ma <b>Jun</b>");
        return typed;
    }

    @Test
    void aClerkWeighsInThreeSteps() {
        Plot plot = season.plot();
        Harvest harvest = harvests.offer(cast.aygul(), season.harvest(plot, Mass.tonnes(3), Mass.tonnes(3)));
        assertThat(get("/tickets/new", cast.clerk())).hasStatusOk().bodyText().contains("Aygul Memet", "Whose goods?");
        assertThat(get("/tickets/new?grower=" + cast.aygul().organisation(), cast.clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("harvest:" + harvest.id(), "plot:" + plot.id(), "product:" + season.melon);
        String source = "harvest:" + harvest.id();
        assertThat(get("/tickets/new?grower=" + cast.aygul().organisation() + "&source=" + source, cast.clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("3 t not yet weighed", "Gross", "Moisture", "Witness");
        TicketId id = TicketId.next();
        Map<String, String> typed = typed(id, source);
        typed.put("act", "reckon");
        assertThat(send("/tickets", cast.clerk(), typed))
                .hasStatusOk()
                .bodyText()
                .contains("1 t", "¥2,350.00", "Ma &lt;b>Jun");
        typed.remove("act");
        typed.put("tare", "2200");
        assertThat(send("/tickets", cast.clerk(), typed))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing would be left", "value=\"1105\"");
        typed.put("tare", "200");
        assertThat(send("/tickets", cast.clerk(), typed)).hasStatus3xxRedirection();
        assertThat(send("/tickets", cast.clerk(), typed)).hasStatus3xxRedirection();
        assertThat(get("/tickets/" + id, cast.clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("¥2,350.00", "Ma &lt;b&gt;Jun", "Cancel this ticket");
        assertThat(get("/tickets/" + id, cast.aygul()))
                .hasStatusOk()
                .bodyText()
                .contains("¥2,350.00")
                .doesNotContain("Cancel this ticket");
        assertThat(get("/tickets/" + id, cast.tursun())).hasStatus(404);
        assertThat(get("/tickets/" + id + "/ticket.pdf", cast.tursun())).hasStatus(404);
        assertThat(get("/tickets", cast.aygul()))
                .hasStatusOk()
                .bodyText()
                .contains(tickets.get(id).number());
    }

    @Test
    void theNetIsReckonedAsOneTypes() {
        assertThat(get("/tickets/net?gross=1105&tare=100&dirt=5&price=2.35", cast.clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("1 t", "¥2,350.00")
                .doesNotContain("<html");
        assertThat(get("/tickets/net?gross=10&tare=10", cast.clerk()))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing would be left");
        assertThat(get("/tickets/net?gross=abc", cast.clerk())).hasStatusOk();
        assertThat(get("/tickets/net?gross=-5", cast.clerk())).hasStatusOk();
        assertThat(get("/tickets/net?gross=1", cast.aygul())).hasStatus(403);
    }

    @Test
    void aPriceIsDecidedAndATicketCancelledByTheForms() {
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, Optional.empty()));
        String page = "/tickets/" + ticket.id();
        assertThat(send(page + "/price", cast.clerk(), Map.of("price", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("A price is more than nothing");
        assertThat(send(page + "/price", cast.clerk(), Map.of("price", "1.5"))).hasStatus3xxRedirection();
        assertThat(send(page + "/price", cast.clerk(), Map.of("price", "9")))
                .hasStatus(409)
                .bodyText()
                .contains("The price is decided: ¥1.50");
        assertThat(send(page + "/cancellation", cast.clerk(), Map.of())).hasStatus(422);
        assertThat(send(page + "/cancellation", cast.clerk(), Map.of("reason", "Wrong scale")))
                .hasStatus3xxRedirection();
        assertThat(get(page, cast.clerk())).hasStatusOk().bodyText().contains("Wrong scale", "Cancelled");
        assertThat(send("/tickets", cast.clerk(), typed(TicketId.next(), "plot:nonsense")))
                .hasStatus(404);
        assertThat(send("/tickets", cast.clerk(), Map.of())).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ug", "en", "zh-CN"})
    void thePaperIsPrintedInTheGrowersLanguage(String language) {
        Ticket ticket = tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, Optional.empty()));
        MvcTestResult paper = get("/tickets/" + ticket.id() + "/ticket.pdf?language=" + language, cast.aygul());
        assertThat(paper).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(paper.getResponse().getContentAsByteArray()).hasSizeGreaterThan(2_000);
    }

    @Test
    void aScaleWeighsByJson() {
        String token = cast.bearer(cast.manager(), Right.WEIGH, Right.KEEP_STOCK);
        TicketId id = TicketId.next();
        String body = """
                {"id": "%s", "origin": "%s", "grower": "%s", "product": "%s", "grade": 1, "grossGrams": 1105000,
                 "tareGrams": 100000, "deductions": [{"kind": "DIRT", "grams": 5000}], "title": "OUTRIGHT",
                 "witness": "Ma Jun", "site": "%s"}""".formatted(id, cast.county(), cast.aygul().organisation(), season.melon, scale.packingHouse);
        assertThat(json("/api/v1/tickets", token, body))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.netGrams")
                .isEqualTo(1_000_000);
        assertThat(json("/api/v1/tickets", token, body)).hasStatus(201);
        assertThat(json("/api/v1/tickets", token, body.replace("1105000", "1106000")))
                .hasStatus(409);
        assertThat(json("/api/v1/tickets", token, body.replace("5000}", "-1}"))).hasStatus(422);
        assertThat(json(
                        "/api/v1/tickets",
                        token,
                        body.replace("[{", "{\"a\":[{").replace("}]", "}]}")))
                .hasStatus(422);
        assertThat(json("/api/v1/tickets/" + id + "/price", token, "{\"fenPerTonne\": 235000}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.worthFen")
                .isEqualTo(235_000);
        assertThat(json("/api/v1/tickets/" + id + "/cancellation", token, "{\"reason\": \"x\"}"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/tickets?show=cancelled").header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains(id.toString());
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
