package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Parties;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Demands, plans and contracts for programs: each verb once, and what is refused.
@WholeAppTest
@TestPropertySource(properties = "test.season=trade-api") // a database of its own: it uses the season up
@Import(SmallSeason.class)
class TradeApiTests {
    @Autowired
    Cast cast;

    @Autowired
    SmallSeason season;

    @Autowired
    Parties parties;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    private SiteId store;

    @BeforeEach
    void aStore(@Autowired Sites sites) {
        store = SiteId.next();
        sites.register(
                cast.buyer(),
                new Site(
                        store,
                        SiteKind.STORE,
                        "Gate 1",
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(38.9, 77.6),
                        cast.buyer().organisation(),
                        "",
                        false));
    }

    private JsonNode send(Actor actor, String method, String path, Map<String, Object> body, int status)
            throws Exception {
        var request = mvc.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri("/api/v1" + path)
                .with(cast.signedInAs(actor));
        if (!method.equals("GET"))
            request = request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        MvcTestResult result = request.exchange();
        String text = result.getResponse().getContentAsString();
        assertThat(result.getResponse().getStatus()).as(path + ": " + text).isEqualTo(status);
        return text.isEmpty() ? json.createObjectNode() : json.readTree(text);
    }

    private JsonNode post(Actor actor, String path, Map<String, Object> body, int status) throws Exception {
        return send(actor, "POST", path, body, status);
    }

    private JsonNode get(Actor actor, String path, int status) throws Exception {
        return send(actor, "GET", path, Map.of(), status);
    }

    private Map<String, Object> demand(long grams) {
        return new HashMap<>(Map.of(
                "id", Id.next().toString(),
                "product", season.melon.toString(),
                "minimumGrade", 1,
                "firstWeek", season.week.toString(),
                "lastWeek", season.week.plusWeeks(2).toString(),
                "highestFenPerTonne", 420_000,
                "note", "firm ones",
                "places", List.of(Map.of("site", store.toString(), "massGrams", grams))));
    }

    @Test
    void aDemandIsPostedChangedAndWithdrawn() throws Exception {
        Map<String, Object> wanted = demand(5_000_000);
        JsonNode posted = post(cast.buyer(), "/demands", wanted, 201);
        assertThat(post(cast.buyer(), "/demands", wanted, 201).get("id")).isEqualTo(posted.get("id"));
        String path = "/demands/" + posted.get("id").asString();
        assertThat(posted.get("wantedGrams").asLong()).isEqualTo(5_000_000);
        assertThat(posted.get("places").get(0).get("leftGrams").asLong()).isEqualTo(5_000_000);
        Map<String, Object> more = new HashMap<>(wanted);
        more.put("version", 1);
        more.put("places", List.of(Map.of("site", store.toString(), "massGrams", 6_000_000)));
        JsonNode changed = send(cast.buyer(), "PUT", path, more, 200);
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(changed.get("wantedGrams").asLong()).isEqualTo(6_000_000);
        send(cast.buyer(), "PUT", path, demand(1), 409);
        assertThat(get(cast.buyer(), "/demands?show=OPEN", 200).get("rows").findValuesAsString("id"))
                .contains(posted.get("id").asString());
        assertThat(get(cast.manager(), path, 200).get("highestFenPerTonne").isNull())
                .as("a seller does not see the buyer's highest price")
                .isTrue();
        post(cast.manager(), path + "/withdrawal", Map.of("reason", "not mine"), 403);
        assertThat(post(cast.buyer(), path + "/withdrawal", Map.of("reason", " "), 422)
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactly("reason");
        assertThat(post(cast.buyer(), path + "/withdrawal", Map.of("reason", "closed"), 200)
                        .get("open")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatIsWrongInADemandIsNamedPlaceByPlace() throws Exception {
        Map<String, Object> wrong = demand(1);
        wrong.put("minimumGrade", 12);
        wrong.put("lastWeek", "2027-W60");
        wrong.put("places", List.of(Map.of("site", "nowhere", "massGrams", 1), Map.of("massGrams", -4)));
        assertThat(post(cast.buyer(), "/demands", wrong, 422).get("errors").findValuesAsString("field"))
                .contains("minimumGrade", "lastWeek", "places[0].site", "places[1].site", "places[1].massGrams");
    }

    private Map<String, Object> terms(String otherCode) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("id", Id.next().toString());
        terms.put("otherCode", otherCode);
        terms.put("product", season.melon.toString());
        terms.put("minimumGrade", 1);
        terms.put("firstWeek", season.week.toString());
        terms.put("lastWeek", season.week.plusWeeks(2).toString());
        terms.put("quantity", "FIXED_MASS");
        terms.put("tolerance", "5");
        terms.put("how", "EACH");
        terms.put("placeMass", "4");
        terms.put("placeMassUnit", "t");
        terms.put("basis", "DELIVERED");
        terms.put("priceKind", "FIXED");
        terms.put("price", "2.50");
        terms.put("depositKind", "NONE");
        terms.put("noticeDays", 7);
        terms.put("claimDays", 3);
        terms.put("paymentDays", 15);
        return terms;
    }

    @Test
    void aContractGoesFromDraftToCallOffAndAmendment() throws Exception {
        Actor seller = cast.manager();
        Actor buyer = cast.buyer();
        String code = parties.get(buyer.organisation()).code();
        Map<String, Object> wanted = terms(code);
        wanted.put("how", "LIST");
        wanted.put("places", store + " 4 t");
        JsonNode refused = post(seller, "/contracts", new HashMap<>(Map.of("otherCode", "nobody")), 422);
        assertThat(refused.get("errors").findValuesAsString("field")).contains("otherCode", "product");
        wanted.put("how", "EACH");
        JsonNode drafted = post(seller, "/contracts", wanted, 201);
        String path = "/contracts/" + drafted.get("id").asString();
        assertThat(drafted.get("stage").asString()).isEqualTo("DRAFTED");
        long contracted = drafted.get("contractedGrams").asLong();
        get(buyer, path, 404);
        assertThat(post(seller, path + "/proposal", Map.of(), 200).get("stage").asString())
                .isEqualTo("PROPOSED");
        get(cast.otherManager(), path, 404);
        String hash = drafted.get("termsSha256").asString();
        assertThat(post(seller, path + "/signatures", Map.of("seen", "0".repeat(64)), 409)
                        .get("code")
                        .asString())
                .isEqualTo("contract-terms-changed");
        post(seller, path + "/signatures", Map.of("seen", hash), 201);
        post(buyer, path + "/signatures", Map.of("seen", hash), 201);
        JsonNode inForce = get(buyer, path, 200);
        assertThat(inForce.get("stage").asString()).isEqualTo("SIGNED");
        assertThat(inForce.get("signatures")).hasSize(2);
        assertThat(inForce.get("backedGrams").asLong())
                .as("the cooperative itself has nothing forecast")
                .isZero();

        Map<String, Object> call = Map.of(
                "id", Id.next().toString(),
                "site", store.toString(),
                "week", season.week.toString(),
                "massGrams", 1_000_000);
        JsonNode called = post(buyer, path + "/call-offs", call, 201);
        post(buyer, path + "/call-offs", call, 201);
        assertThat(get(seller, path + "/call-offs", 200))
                .as("asked twice, called off once")
                .hasSize(1);
        assertThat(get(seller, path, 200).get("remainingGrams").asLong()).isEqualTo(contracted - 1_000_000);
        post(buyer, path + "/call-offs/" + called.get("id").asString() + "/withdrawal", Map.of(), 200);

        Map<String, Object> other = terms(code);
        other.put("price", "2.80");
        other.put("seen", hash);
        other.put("reason", "frost");
        JsonNode change = post(seller, path + "/amendments", other, 201);
        assertThat(change.get("outcome").asString()).isEqualTo("OPEN");
        post(seller, path + "/amendments/1/agreement", Map.of("seen", hash), 409);
        assertThat(post(buyer, path + "/amendments/1/refusal", Map.of("reason", "too dear"), 200)
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(seller, path + "/amendments", 200).get(0).get("outcome").asString())
                .isEqualTo("REFUSED");
        assertThat(get(seller, "/contracts?group=signed", 200).get("rows").findValuesAsString("id"))
                .contains(drafted.get("id").asString());
        post(seller, path + "/cancellation", Map.of("reason", "too late for that"), 409);
    }

    @Test
    void aSeasonIsDockedReadDecidedOnAndAccepted() throws Exception {
        Actor planner = cast.admin();
        WeekSpan weeks = season.season();
        Map<String, Object> wanted = Map.of(
                "id",
                Id.next().toString(),
                "name",
                "by program",
                "firstWeek",
                weeks.first().toString(),
                "lastWeek",
                weeks.last().toString(),
                "seconds",
                5,
                "growerShare",
                50);
        post(cast.buyer(), "/plans", wanted, 403);
        JsonNode plan = post(planner, "/plans", wanted, 202);
        String path = "/plans/" + plan.get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(planner, path, 200).get("state").asString().equals("SOLVED"));
        JsonNode lines = get(planner, path + "/lines", 200).get("rows");
        assertThat(lines)
                .as(get(planner, path, 200) + " " + get(planner, path + "/supplies", 200))
                .isNotEmpty();
        assertThat(get(planner, path + "/supplies", 200).get("rows")).hasSize(3);
        assertThat(get(planner, path + "/demands", 200).get("rows")).isNotEmpty();
        assertThat(get(planner, path + "/trips", 200).get("rows")).isNotEmpty();
        JsonNode decided = post(
                planner,
                path + "/decisions",
                Map.of("kind", "SHIP_PAIR", "line", lines.get(0).get("line").asInt()),
                200);
        assertThat(decided).hasSize(1);
        send(
                planner,
                "DELETE",
                path + "/decisions/" + decided.get(0).get("number").asInt(),
                Map.of(),
                200);
        assertThat(get(planner, path + "/decisions", 200)).isEmpty();
        JsonNode accepted = post(planner, path + "/acceptance", Map.of(), 200);
        assertThat(accepted.get("lines").asInt()).isEqualTo(lines.size());
        assertThat(accepted.get("contractIds")).isNotEmpty();
        assertThat(post(planner, path + "/acceptance", Map.of(), 409)
                        .get("code")
                        .asString())
                .isEqualTo("nothing-to-accept");
    }
}
