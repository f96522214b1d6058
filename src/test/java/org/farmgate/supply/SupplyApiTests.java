package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of the cooperative keeps its members' supply by JSON, with a token.
@WholeAppTest
@Import(Season.class)
class SupplyApiTests {
    @Autowired
    Cast cast;

    @Autowired
    Season season;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    private String token;

    @BeforeEach
    void aToken() {
        token = cast.bearer(cast.manager(), Right.SEE_SUPPLY, Right.REGISTER_SUPPLY);
    }

    private MvcTestResult post(String path, Map<String, Object> body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).header("Authorization", token).exchange();
    }

    private JsonNode read(MvcTestResult result, int status) throws Exception {
        assertThat(result).hasStatus(status);
        return json.readTree(result.getResponse().getContentAsString());
    }

    private Map<String, Object> plot() {
        return Map.of(
                "id",
                PlotId.next().toString(),
                "grower",
                cast.aygul().organisation().toString(),
                "name",
                "by program " + PlotId.next(),
                "region",
                cast.county().toString(),
                "product",
                season.melon.toString(),
                "kind",
                "FIELD",
                "size",
                6_667,
                "expectedYieldGrams",
                30_000_000);
    }

    private Map<String, Object> forecast(JsonNode plot) {
        return Map.of(
                "id",
                ForecastId.next().toString(),
                "plot",
                plot.get("id").asString(),
                "grade",
                1,
                "week",
                season.thisWeek.plusWeeks(1).toString(),
                "massGrams",
                10_000_000,
                "floorFenPerTonne",
                240_000);
    }

    @Test
    void fromPlotToLotAllIsKeptAndReadBack() throws Exception {
        Map<String, Object> wanted = plot();
        JsonNode plot = read(post("/plots", wanted), 201);
        assertThat(read(post("/plots", wanted), 201))
                .as("asked twice, made once")
                .isEqualTo(plot);
        assertThat(read(get("/plots/" + plot.get("id").asString()), 200)).isEqualTo(plot);
        assertThat(plot.get("origin").asString()).isEqualTo(cast.county().toString());
        assertThat(plot.get("recordedBy").asString())
                .isEqualTo(cast.manager().organisation().toString());

        JsonNode forecast = read(post("/forecasts", forecast(plot)), 201);
        String forecastPath = "/forecasts/" + forecast.get("id").asString();
        JsonNode revised = read(
                post(
                        forecastPath + "/revisions",
                        Map.of(
                                "seenRevision",
                                1,
                                "massGrams",
                                12_000_000,
                                "floorFenPerTonne",
                                240_000,
                                "reason",
                                "rain")),
                200);
        assertThat(revised.get("revision").asInt()).isEqualTo(2);
        assertThat(read(get(forecastPath + "/revisions"), 200)).hasSize(2);
        JsonNode late = read(
                post(
                        forecastPath + "/revisions",
                        Map.of(
                                "seenRevision",
                                1,
                                "massGrams",
                                9_000_000,
                                "floorFenPerTonne",
                                240_000,
                                "reason",
                                "hail")),
                409);
        assertThat(late.get("code").asString()).isEqualTo("forecast-changed-meanwhile");

        Map<String, Object> brought = Map.of(
                "id",
                HarvestId.next().toString(),
                "lot",
                org.farmgate.stock.LotId.next().toString(),
                "plot",
                plot.get("id").asString(),
                "grade",
                1,
                "harvestedOn",
                season.today.toString(),
                "harvestedGrams",
                4_000_000,
                "offeredGrams",
                3_500_000,
                "floorFenPerTonne",
                240_000);
        JsonNode harvest = read(post("/harvests", brought), 201);
        assertThat(harvest.get("forecast").asString())
                .as("the nearest forecast is found")
                .isEqualTo(forecast.get("id").asString());
        assertThat(read(post("/harvests", brought), 201)).isEqualTo(harvest);
        assertThat(read(get(forecastPath), 200).get("harvestedGrams").asLong()).isEqualTo(4_000_000);
        String harvestPath = "/harvests/" + harvest.get("id").asString();
        assertThat(read(get(harvestPath + "/lot"), 200).get("id").asString()).isNotEmpty();
        assertThat(read(post(harvestPath + "/withdrawal", Map.of("reason", "hail")), 200)
                        .get("onOffer")
                        .asBoolean())
                .isFalse();
        assertThat(read(post(harvestPath + "/withdrawal", Map.of("reason", "hail")), 409)
                        .get("code")
                        .asString())
                .isEqualTo("harvest-already-withdrawn");
    }

    @Test
    void aQuoteIsNotedAndListed() throws Exception {
        JsonNode quote = read(
                post(
                        "/quotes",
                        Map.of(
                                "product",
                                season.melon.toString(),
                                "grade",
                                1,
                                "place",
                                cast.county().toString(),
                                "quotedOn",
                                season.today.toString(),
                                "fenPerTonne",
                                260_000,
                                "source",
                                "Market, east gate " + PlotId.next())),
                201);
        assertThat(read(get("/quotes?size=200"), 200).get("rows")).contains(quote);
    }

    @Test
    void whatIsWrongIsNamedFieldByFieldAndNothingIsKept() throws Exception {
        JsonNode problem = read(
                post(
                        "/plots",
                        Map.of(
                                "name",
                                " ",
                                "region",
                                "nowhere",
                                "product",
                                season.melon.toString(),
                                "kind",
                                "LAKE",
                                "size",
                                -1,
                                "expectedYieldGrams",
                                "99999999999999999999")),
                422);
        assertThat(problem.get("code").asString()).isEqualTo("input");
        assertThat(problem.get("errors").findValuesAsString("field"))
                .contains("name", "region", "kind", "size", "expectedYieldGrams");
        JsonNode plot = read(post("/plots", plot()), 201);
        assertThat(read(post("/forecasts", forecast(plot)), 201)).isNotNull();
        JsonNode again = read(post("/forecasts", forecast(plot)), 409);
        assertThat(again.get("code").asString()).isEqualTo("already-forecast");
        assertThat(mvc.post()
                        .uri("/api/v1/plots")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": "))
                .hasStatus(400);
    }

    @Test
    void whoMayNotLookFindsNothingAndWhoMayNotWriteIsRefused() throws Exception {
        JsonNode plot = read(post("/plots", plot()), 201);
        String path = "/api/v1/plots/" + plot.get("id").asString();
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.carrier()))).hasStatus(403);
        assertThat(mvc.get().uri(path)).hasStatus(401);
        String reading = cast.bearer(cast.manager(), Right.SEE_SUPPLY);
        assertThat(mvc.post()
                        .uri("/api/v1/plots")
                        .header("Authorization", reading)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(plot())))
                .hasStatus(403);
        assertThat(post("/plots", withGrower(cast.tursun().organisation().toString())))
                .as("she has allowed nobody to act for her")
                .hasStatus(403);
    }

    private Map<String, Object> withGrower(String grower) {
        Map<String, Object> other = new java.util.HashMap<>(plot());
        other.put("grower", grower);
        return other;
    }
}
