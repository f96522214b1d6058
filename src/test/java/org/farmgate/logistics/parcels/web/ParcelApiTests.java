package org.farmgate.logistics.parcels.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.parcels.ParcelNetwork;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeAppTest
class ParcelApiTests {
    @Autowired
    Cast cast;

    @Autowired
    Sites sites;

    @Autowired
    ParcelNetwork network;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    private static final SiteId centre = SiteId.next();
    private static final SiteId village = SiteId.next();
    private static boolean hung;

    @BeforeEach
    void aCountysNetwork() {
        if (hung) return;
        site(centre, SiteKind.SORTING_CENTRE, cast.officer(), 38.9);
        site(village, SiteKind.STATION, cast.manager(), 39.2);
        network.put(cast.officer(), centre, Optional.empty());
        network.put(cast.officer(), village, Optional.of(centre));
        hung = true;
    }

    private void site(SiteId id, SiteKind kind, Actor operator, double latitude) {
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id,
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(latitude, 77.6),
                        operator.organisation(),
                        "",
                        false));
    }

    private MvcTestResult post(Actor actor, String path, Object body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .with(cast.signedInAs(actor))
                .exchange();
    }

    private JsonNode read(MvcTestResult result, int status) throws Exception {
        String text = result.getResponse().getContentAsString();
        assertThat(result.getResponse().getStatus()).as(text).isEqualTo(status);
        return json.readTree(text);
    }

    private Map<String, Object> parcel(UUID id) {
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("site", village),
                Map.entry("massGrams", 1_200),
                Map.entry("litres", 4),
                Map.entry("senderName", "Aygul Memet"),
                Map.entry("senderTelephone", "135 0000 1111"),
                Map.entry("receiverName", "Feng Yulan"),
                Map.entry("receiverTelephone", "135 0000 1234"),
                Map.entry("toSite", centre));
    }

    @Test
    void aParcelIsTakenInScannedAndHandedOutByPrograms() throws Exception {
        UUID id = UUID.randomUUID();
        JsonNode taken = read(post(cast.clerk(), "/api/v1/parcels", parcel(id)), 201);
        assertThat(taken.at("/parcel/priceFen").asLong()).isEqualTo(350);
        assertThat(taken.at("/next/site").asString()).isEqualTo(centre.toString());
        String sscc = taken.at("/parcel/sscc").asString();
        Map<String, Object> out =
                Map.of("id", UUID.randomUUID(), "code", "(00)" + sscc, "site", village, "kind", "out");
        assertThat(read(post(cast.clerk(), "/api/v1/parcel-scans", out), 200)
                        .at("/outcome")
                        .asString())
                .isEqualTo("COUNTED");
        Map<String, Object> atOnce = Map.of("id", UUID.randomUUID(), "code", sscc, "site", centre, "kind", "in");
        JsonNode refused = read(post(cast.officer(), "/api/v1/parcel-scans", atOnce), 409);
        assertThat(refused.at("/code").asString()).isEqualTo("scanned-at-two-places");
        JsonNode trail = read(
                mvc.get()
                        .uri("/api/v1/parcels/" + id + "/trail")
                        .with(cast.signedInAs(cast.clerk()))
                        .exchange(),
                200);
        assertThat(trail.size()).isEqualTo(3);
        assertThat(trail.get(2).at("/reason").asString()).isEqualTo("scanned-at-two-places");
        JsonNode code = read(post(cast.clerk(), "/api/v1/parcels/" + id + "/pickup-code", Map.of()), 200);
        assertThat(code.at("/pickupCode").asString()).matches("[0-9]{6}");
        Map<String, Object> handOut = Map.of(
                "id",
                UUID.randomUUID(),
                "code",
                sscc,
                "site",
                centre,
                "pickupCode",
                code.at("/pickupCode").asString(),
                "taker",
                "Feng Yulan");
        assertThat(read(post(cast.officer(), "/api/v1/parcel-hand-outs", handOut), 409)
                        .at("/code")
                        .asString())
                .isEqualTo("parcel-not-here");
    }

    @Test
    void aBatchIsAnsweredOneByOne() throws Exception {
        JsonNode taken = read(post(cast.clerk(), "/api/v1/parcels", parcel(UUID.randomUUID())), 201);
        Map<String, Object> good = Map.of(
                "id", UUID.randomUUID(), "code", taken.at("/parcel/sscc").asString(), "site", village, "kind", "seen");
        Map<String, Object> bad = Map.of("id", UUID.randomUUID(), "code", "NONE", "site", village, "kind", "in");
        JsonNode answers =
                read(post(cast.clerk(), "/api/v1/parcel-scans/batch", java.util.List.of(bad, good, good)), 200);
        assertThat(answers.get(0).at("/reason").asString()).isEqualTo("code-unknown");
        assertThat(answers.get(1)).isEqualTo(answers.get(2));
        assertThat(answers.get(1).at("/outcome").asString()).isEqualTo("COUNTED");
    }

    @Test
    void aBadEntryOfABatchStopsNoOther() throws Exception {
        JsonNode taken = read(post(cast.clerk(), "/api/v1/parcels", parcel(UUID.randomUUID())), 201);
        String sscc = taken.at("/parcel/sscc").asString();
        String first = UUID.randomUUID().toString();
        java.util.List<Object> batch = new java.util.ArrayList<>();
        batch.add(seen(first, "9".repeat(101), village));
        batch.add(seen(UUID.randomUUID().toString(), sscc.substring(0, 9) + "\u001d" + sscc.substring(9), village));
        batch.add(null);
        batch.add("no scan");
        batch.add(seen(UUID.randomUUID().toString(), sscc, centre));
        batch.add(seen(UUID.randomUUID().toString(), sscc, SiteId.next()));
        batch.add(seen(UUID.randomUUID().toString(), sscc, village));
        JsonNode answers = read(post(cast.clerk(), "/api/v1/parcel-scans/batch", batch), 200);
        assertThat(answers.size()).isEqualTo(7);
        assertThat(answers.get(0).at("/reason").asString()).isEqualTo("too-long");
        assertThat(answers.get(0).at("/scan").asString()).isEqualTo(first);
        assertThat(answers.get(1).at("/reason").asString()).isEqualTo("control-character");
        assertThat(answers.get(2).at("/reason").asString()).isEqualTo("missing");
        assertThat(answers.get(3).at("/reason").asString()).isEqualTo("missing");
        assertThat(answers.get(4).at("/reason").asString()).isEqualTo("scan-site-unknown");
        assertThat(answers.get(5).at("/reason").asString()).isEqualTo("scan-site-unknown");
        assertThat(answers.get(6).at("/outcome").asString()).isEqualTo("COUNTED");
    }

    private static Map<String, Object> seen(String id, String code, SiteId site) {
        return Map.of("id", id, "code", code, "site", site, "kind", "seen");
    }

    @Test
    void aTimeBeyondTheCalendarAndACodeOfNoLettersAreNamedAsWrong() throws Exception {
        String far = "+300000-01-01T00:00:00Z";
        JsonNode taken = read(post(cast.clerk(), "/api/v1/parcels", parcel(UUID.randomUUID())), 201);
        for (String code : java.util.List.of("NONE", taken.at("/parcel/sscc").asString())) {
            Map<String, Object> scan =
                    Map.of("id", UUID.randomUUID(), "code", code, "site", village, "kind", "in", "at", far);
            assertThat(read(post(cast.clerk(), "/api/v1/parcel-scans", scan), 422)
                            .at("/errors/0/code")
                            .asString())
                    .isEqualTo("no-such-date");
        }
        read(
                mvc.get()
                        .uri("/api/v1/parcels/by-code?code={code}", "\u0000")
                        .with(cast.signedInAs(cast.clerk()))
                        .exchange(),
                422);
    }

    @Test
    void othersParcelsSitesAndWavesAreNotFoundAndNonsenseIsNamed() throws Exception {
        UUID id = UUID.randomUUID();
        read(post(cast.clerk(), "/api/v1/parcels", parcel(id)), 201);
        read(
                mvc.get()
                        .uri("/api/v1/parcels/" + id)
                        .with(cast.signedInAs(cast.otherManager()))
                        .exchange(),
                404);
        read(post(cast.otherManager(), "/api/v1/parcels", parcel(UUID.randomUUID())), 404);
        read(post(cast.viewer(), "/api/v1/parcels", parcel(UUID.randomUUID())), 403);
        read(post(cast.clerk(), "/api/v1/parcel-waves", Map.of("id", UUID.randomUUID(), "site", centre)), 404);
        JsonNode wrong = read(post(cast.clerk(), "/api/v1/parcels", Map.of("site", "x")), 422);
        assertThat(wrong.at("/errors").size()).isGreaterThan(4);
    }

    @Test
    void aWaveIsOpenedScannedAndClosedByAMachine() throws Exception {
        UUID parcel = UUID.randomUUID();
        Map<String, Object> down = new java.util.HashMap<>(parcel(parcel));
        down.put("site", centre);
        down.put("toSite", village);
        String sscc = read(post(cast.officer(), "/api/v1/parcels", down), 201)
                .at("/parcel/sscc")
                .asString();
        UUID wave = UUID.randomUUID();
        read(post(cast.officer(), "/api/v1/parcel-waves", Map.of("id", wave, "site", centre)), 201);
        JsonNode sorted = read(
                post(
                        cast.officer(),
                        "/api/v1/parcel-waves/" + wave + "/scans",
                        Map.of("id", UUID.randomUUID(), "code", sscc)),
                200);
        assertThat(sorted.at("/chute").asInt()).isEqualTo(1);
        JsonNode bags = read(post(cast.officer(), "/api/v1/parcel-waves/" + wave + "/closing", Map.of()), 200);
        assertThat(bags.size()).isEqualTo(1);
        JsonNode inside = read(
                mvc.get()
                        .uri("/api/v1/parcel-containers/"
                                + bags.get(0).at("/id").asString())
                        .with(cast.signedInAs(cast.officer()))
                        .exchange(),
                200);
        assertThat(inside.at("/parcels/0/id").asString()).isEqualTo(parcel.toString());
        assertThat(inside.at("/next/site").asString()).isEqualTo(village.toString());
    }
}
