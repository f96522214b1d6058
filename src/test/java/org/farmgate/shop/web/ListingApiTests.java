package org.farmgate.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Id;
import org.farmgate.platform.Right;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Order;
import org.farmgate.shop.OrderIntake;
import org.farmgate.shop.Orders;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Listings and orders by JSON.
@WholeAppTest
@Import(Stall.class)
class ListingApiTests {
    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Listings listings;

    @Autowired
    OrderIntake intake;

    @Autowired
    Orders orders;

    private String body(String id, String changes) {
        return """
                {"id": "%s", "origin": "%s", "product": "%s", "grade": 1, "packGrams": 5000, "packs": 3, "sites": ["%s"],
                 "title": "By program", "priceFen": 5900, "tiers": [{"fromPacks": 10, "priceFen": 5000}], "version": 1,
                 "shares": [{"share": "grower", "basisPoints": 9550}, {"share": "platform", "basisPoints": 450}]%s}
                """.formatted(id, cast.county(), stall.product(), stall.site(), changes);
    }

    private MockMvcTester.MockMvcRequestBuilder sent(
            MockMvcTester.MockMvcRequestBuilder request, String token, String body) {
        return request.header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void aProgramDraftsOpensAndChangesAListing() {
        stall.melons(Mass.kilograms(15));
        String token = cast.bearer(cast.manager(), Right.SELL);
        String id = Id.next().toString();
        for (int twice = 0; twice < 2; twice++)
            assertThat(sent(mvc.post().uri("/api/v1/listings"), token, body(id, "")))
                    .hasStatus(201)
                    .bodyJson()
                    .extractingPath("$.leftPacks")
                    .isEqualTo(3);
        assertThat(mvc.get().uri("/api/v1/listings/" + id)).hasStatus(404);
        assertThat(mvc.post().uri("/api/v1/listings/" + id + "/opening").header("Authorization", token))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/listings/" + id))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.shares[0].basisPoints")
                .isEqualTo(9550);
        assertThat(mvc.get().uri("/api/v1/listings?product=" + stall.product()))
                .bodyText()
                .contains(id);
        assertThat(sent(mvc.put().uri("/api/v1/listings/" + id), token, body(id, ", \"limit\": 2")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
        assertThat(sent(mvc.put().uri("/api/v1/listings/" + id), token, body(id, "")))
                .hasStatus(409);
        assertThat(sent(
                        mvc.put().uri("/api/v1/listings/" + id),
                        cast.bearer(cast.otherManager(), Right.SELL),
                        body(id, "")))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"priceFen\": 0",
                ", \"priceFen\": 1.5",
                ", \"priceFen\": -5900",
                ", \"packs\": 0",
                ", \"sites\": []",
                ", \"tiers\": [1]",
                ", \"shares\": [{\"share\": \"grower\", \"basisPoints\": 9999}]",
                ", \"grade\": \"x\""
            })
    void nonsenseByJsonIsRefused(String change) {
        String id = Id.next().toString();
        assertThat(sent(mvc.post().uri("/api/v1/listings"), cast.bearer(cast.manager(), Right.SELL), body(id, change))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isBetween(400, 422);
        assertThat(listings.find(ListingId.of(id))).isEmpty();
    }

    @Test
    void buyersAndSellersReadAndCancelTheirOrdersAndNobodyElses() {
        Listing one = stall.open(5, Optional.empty());
        var request = stall.order(one, 2);
        intake.place(request);
        Order order = orders.ofKey(request.key()).getFirst();
        String seller = cast.bearer(cast.manager(), Right.SELL);
        String other = cast.bearer(cast.otherManager(), Right.SELL);
        String path = "/api/v1/orders/" + order.id();
        assertThat(mvc.get().uri(path).header("Authorization", seller))
                .hasStatusOk()
                .bodyText()
                .contains("\"totalFen\":11800", order.id().number())
                .doesNotContain("Garden Street");
        assertThat(mvc.get().uri("/api/v1/orders?state=placed").header("Authorization", seller))
                .bodyText()
                .contains(order.id().toString());
        assertThat(mvc.get().uri("/api/v1/orders?mine=true").header("Authorization", seller))
                .bodyText()
                .doesNotContain(order.id().toString());
        assertThat(mvc.get().uri(path).header("Authorization", other)).hasStatus(404);
        for (String deed : List.of("/cancellation", "/refunds"))
            assertThat(sent(
                            mvc.post().uri(path + deed),
                            other,
                            "{\"id\": \"" + Id.next() + "\", \"amountFen\": 1, \"reason\": \"x\"}"))
                    .hasStatus(404);
        assertThat(sent(
                        mvc.post().uri(path + "/refunds"),
                        seller,
                        "{\"id\": \"" + Id.next() + "\", \"amountFen\": 1, \"reason\": \"x\"}"))
                .hasStatus(409);
        assertThat(sent(mvc.post().uri(path + "/cancellation"), seller, "{\"reason\": \"hail\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("cancelled");
    }
}
