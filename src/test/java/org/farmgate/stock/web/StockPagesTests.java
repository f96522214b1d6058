package org.farmgate.stock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.stock.Barn;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.QualityStatus;
import org.farmgate.testing.Cast;
import org.farmgate.testing.StockInvariants;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeAppTest
@Import({Cast.class, Barn.class})
class StockPagesTests {
    @Autowired
    Cast cast;

    @Autowired
    Barn barn;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void whatMustHold() {
        StockInvariants.hold(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "/stock, On hand by product",
        "/stock?q=no+such+thing, Nothing found",
        "/stock?site={site}&show=GOOD, Barn melon",
        "/stock/positions/{lot}/{site}, What is set aside",
        "/stock/positions/{lot}/{site}/move, To which site",
        "/stock/positions/{lot}/{site}/write-off, fewer packs can be sold",
        "/stock/positions/{lot}/{site}/quality, Recalled",
        "/stock/receipts/new, Lot number",
        "/stock/counts/new?site={site}, By the books",
        "/stock/lots/{lot}, Straight from the field"
    })
    void everyPageSaysWhatItIsFor(String path, String words) {
        Barn.Sale sale = barn.sale(10, 8);
        assertThat(get(cast.clerk(), path, sale)).hasStatusOk().bodyText().contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stock/positions/{lot}/{site}",
                "/stock/positions/{lot}/{site}/move",
                "/stock/lots/{lot}",
                "/api/v1/stock/positions/{lot}/{site}",
                "/api/v1/stock/positions/{lot}/{site}/movements",
                "/api/v1/stock/positions/{lot}/{site}/holdings",
                "/api/v1/stock/lots/{lot}"
            })
    void othersFindNothingAndLookersOnOnlyLook(String path) {
        Barn.Sale sale = barn.sale(10, 8);
        assertThat(get(cast.otherManager(), path, sale)).hasStatus(404);
        assertThat(get(cast.viewer(), path, sale)).hasStatus(path.endsWith("/move") ? 403 : 200);
        assertThat(get(cast.officer(), path, sale)).hasStatusOk();
    }

    @Test
    void whatTheFormsSayIsDone() {
        Barn.Sale sale = barn.sale(10, 4);
        String href = "/stock/positions/" + sale.lot().id() + "/" + sale.place();
        assertThat(post(href + "/move", Map.of("id", id(), "to", barn.shop.toString(), "mass", "12.5")))
                .hasStatus(303);
        assertThat(barn.at(sale.lot(), barn.shop).onHand()).isEqualTo(new Mass(12_500));
        assertThat(post(href + "/write-off", Map.of("id", id(), "mass", "3", "massUnit", "jin", "reason", "Mice")))
                .hasStatus(303);
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(new Mass(36_000));
        assertThat(post(
                        "/stock/counts",
                        Map.of(
                                "id",
                                id(),
                                "site",
                                sale.place().toString(),
                                "counted-" + sale.lot().id(),
                                "35",
                                "moves-" + sale.lot().id(),
                                "3",
                                "reason-" + sale.lot().id(),
                                "One rolled away")))
                .hasStatus(303);
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(Mass.kilograms(35));
        assertThat(post(href + "/quality", Map.of("id", id(), "status", "ON_HOLD", "reason", "Smells")))
                .hasStatus(303);
        assertThat(barn.at(sale.lot(), sale.place()).ownStatus()).isEqualTo(QualityStatus.ON_HOLD);
        assertThat(post(
                        "/stock/lots/" + sale.lot().id() + "/quality",
                        Map.of("id", id(), "status", "RECALLED", "reason", "Pesticide")))
                .hasStatus(303);
        assertThat(barn.at(sale.lot(), barn.shop).status()).isEqualTo(QualityStatus.RECALLED);
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Barn.Sale sale = barn.sale(10, 4);
        String href = "/stock/positions/" + sale.lot().id() + "/" + sale.place();
        assertThat(post(href + "/move", Map.of("id", id(), "to", barn.shop.toString(), "mass", "31")))
                .hasStatus(409)
                .bodyText()
                .contains("are free", "value=\"31\"");
        for (String mass : new String[] {"0", "-1", "0.0001", "99999999999999", "many"})
            assertThat(post(href + "/write-off", Map.of("id", id(), "mass", mass, "reason", "<b>Mice</b>")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("&lt;b>Mice&lt;/b>");
        assertThat(post("/stock/receipts", Map.of("id", id(), "lot", "none", "site", "", "mass", "")))
                .hasStatus(422);
        assertThat(post("/stock/receipts", Map.of("id", id(), "lot", id(), "site", barn.shop.toString(), "mass", "1")))
                .hasStatus(404);
        assertThat(post("/stock/counts", Map.of("id", id(), "site", sale.place().toString())))
                .hasStatus(422);
        assertThat(post(
                        "/stock/counts",
                        Map.of(
                                "id",
                                id(),
                                "site",
                                sale.place().toString(),
                                "counted-nonsense",
                                "1",
                                "moves-nonsense",
                                "x")))
                .hasStatus(422);
        assertThat(barn.at(sale.lot(), sale.place()).onHand()).isEqualTo(Mass.kilograms(50));
    }

    @Test
    void programsDoTheSameAndOnlyOnce() {
        var lot = barn.lot(Mass.kilograms(100), 10);
        String bearer = cast.bearer(cast.manager(), Right.KEEP_STOCK, Right.SEE_STOCK);
        String receipt = """
                {"id": "%s", "lot": "%s", "site": "%s", "grams": 60000}
                """.formatted(MovementId.next(), lot.id(), barn.warehouse);
        for (int i = 0; i < 2; i++)
            assertThat(api(bearer, "/receipts", receipt))
                    .hasStatus(201)
                    .bodyJson()
                    .extractingPath("$.onHandGrams")
                    .isEqualTo(60_000);
        assertThat(api(bearer, "/receipts", receipt.replace("60000", "1"))).hasStatus(409);
        assertThat(api(bearer, "/receipts", receipt.replace("60000", "-5"))).hasStatus(422);
        assertThat(api(bearer, "/counts", """
                {"site": "%s", "lines": [{"lot": "%s", "moves": 1, "countedGrams": 59000, "reason": "Mice"}]}
                """.formatted(barn.warehouse, lot.id())))
                .hasStatus(201);
        assertThat(api(bearer, "/counts", "{\"site\": \"%s\", \"lines\": [3]}".formatted(barn.warehouse)))
                .hasStatus(422);
        assertThat(api(bearer, "/quality-changes", """
                {"lot": "%s", "status": "RECALLED", "reason": "Pesticide"}
                """.formatted(lot.id())))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.places[0].status")
                .isEqualTo("RECALLED");
        assertThat(mvc.get().uri("/api/v1/stock/positions?q=" + lot.id()).header("Authorization", bearer))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].onHandGrams")
                .isEqualTo(59_000);
        assertThat(barn.at(lot, barn.warehouse).countedOn()).isEqualTo(Optional.of(barn.today));
    }

    private MvcTestResult get(Actor actor, String path, Barn.Sale sale) {
        return mvc.get()
                .uri(path.replace("{lot}", sale.lot().id().toString())
                        .replace("{site}", sale.place().toString()))
                .header("Accept-Language", "en")
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).header("Accept-Language", "en").with(cast.signedInAs(cast.clerk()));
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult api(String bearer, String path, String body) {
        return mvc.post()
                .uri("/api/v1/stock" + path)
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
