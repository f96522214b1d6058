package org.farmgate.logistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.Delivery;
import org.farmgate.logistics.NewConsignment;
import org.farmgate.measure.Mass;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Right;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeAppTest
class ConsignmentPagesTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Consignments consignments;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    private Consignment toADoor() {
        SiteId house = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        house,
                        SiteKind.PACKING_HOUSE,
                        "House " + house,
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(38.9, 77.6),
                        cast.manager().organisation(),
                        "",
                        false));
        LocalDate today = LocalDate.now(clock);
        return consignments.book(new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                house,
                new Delivery.ToDoor(cast.province(), "Feng <b>Yulan</b>", "135 0000 1234", "Lane 9"),
                Mass.kilograms(5),
                1,
                today,
                today,
                "test.order",
                UUID.randomUUID()));
    }

    @Test
    void aClerkHandsOverAndACarrierDeliversByTheForms() {
        Consignment one = toADoor();
        String page = "/consignments/" + one.id();
        assertThat(mvc.get().uri(page).header("Accept-Language", "en").with(cast.signedInAs(cast.clerk())))
                .hasStatusOk()
                .bodyText()
                .contains("Feng &lt;b&gt;Yulan", "Lane 9", "Hand over", "Delivery note");
        assertThat(mvc.post().uri(page + "/hand-over").with(cast.signedInAs(cast.clerk())))
                .hasStatus(422)
                .bodyText()
                .contains("Feng &lt;b&gt;Yulan");
        assertThat(mvc.post()
                        .uri(page + "/hand-over")
                        .param("carrier", cast.carrier().organisation().toString())
                        .param("loaded", "5.1")
                        .param("loadedUnit", "kg")
                        .with(cast.signedInAs(cast.clerk())))
                .hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri(page + "/delivery")
                        .param("receiver", "Feng Yulan")
                        .param("accepted", "6")
                        .header("Accept-Language", "en")
                        .with(cast.signedInAs(cast.carrier())))
                .hasStatus(422)
                .bodyText()
                .contains("6 kg cannot be accepted: 5.1 kg were sent.");
        assertThat(mvc.post()
                        .uri(page + "/delivery")
                        .param("receiver", "Feng Yulan")
                        .param("accepted", "5.05")
                        .with(cast.signedInAs(cast.carrier())))
                .hasStatus3xxRedirection();
        assertThat(consignments.get(one.id()).stage()).isEqualTo(ConsignmentStage.DELIVERED);
        assertThat(mvc.get().uri(page).with(cast.signedInAs(cast.clerk())))
                .hasStatusOk()
                .bodyText()
                .contains("Feng Yulan")
                .doesNotContain("Lane 9");
    }

    @Test
    void whatATripHasTakenIsHandedOverByItsScan() {
        Consignment one = toADoor();
        var page = "/consignments/" + one.id();
        assertThat(mvc.get().uri(page).with(cast.signedInAs(cast.manager())))
                .bodyText()
                .contains(page + "/hand-over");
        UUID trip = UUID.randomUUID();
        jdbc.sql("update logistics.consignment set trip_id = :trip where id = :id")
                .param("trip", trip)
                .param("id", one.id().value())
                .update();
        assertThat(mvc.get().uri(page).with(cast.signedInAs(cast.manager())))
                .bodyText()
                .doesNotContain(page + "/hand-over")
                .contains("/trips/" + trip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/delivery-note.pdf"})
    void anotherCooperativeFindsNothing(String part) {
        Consignment one = toADoor();
        assertThat(mvc.get().uri("/consignments/" + one.id() + part).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        // A chain moves goods of its own, but not these; a grower moves none.
        assertThat(mvc.get().uri("/consignments/" + one.id() + part).with(cast.signedInAs(cast.buyer())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/consignments/" + one.id() + part).with(cast.signedInAs(cast.aygul())))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void theNoteIsPrintedInEachLanguage(String language) {
        Consignment one = toADoor();
        var answer = mvc.get()
                .uri("/consignments/" + one.id() + "/delivery-note.pdf")
                .header("Accept-Language", language)
                .with(cast.signedInAs(cast.clerk()))
                .exchange();
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(answer.getResponse().getContentAsByteArray()).hasSizeGreaterThan(2_000);
    }

    @Test
    void programsDoTheSameByJson() {
        Consignment one = toADoor();
        String token = cast.bearer(cast.manager(), Right.MOVE_GOODS);
        assertThat(mvc.get().uri("/api/v1/consignments?group=booked").header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains(one.id().toString())
                .doesNotContain("Lane 9");
        String address = "/api/v1/consignments/" + one.id();
        assertThat(post(address + "/hand-over", token, "{\"carrierName\": \"Own truck\"}"))
                .hasStatusOk();
        assertThat(post(address + "/delivery", token, "{\"receiver\": \"Feng\", \"acceptedGrams\": -1}"))
                .hasStatus(422);
        assertThat(post(address + "/delivery", token, "{\"receiver\": \"Feng\", \"at\": \"yesterday\"}"))
                .hasStatus(422);
        assertThat(post(address + "/delivery", token, "{\"receiver\": \"Feng\", \"acceptedGrams\": 4990}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.consignment.acceptedGrams")
                .isEqualTo(4990);
        assertThat(post(address + "/failure", token, "{\"reason\": \"Nobody there\"}"))
                .hasStatus(409);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String to, String token, String body) {
        return mvc.post()
                .uri(to)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
