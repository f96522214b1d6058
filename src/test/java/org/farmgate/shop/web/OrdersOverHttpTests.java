package org.farmgate.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.farmgate.shop.Listing;
import org.farmgate.shop.OrderKey;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Guests who order through the web server, as programs and pages do.
@JourneyTest
@Import({Cast.class, Stall.class})
@TestPropertySource(properties = "farmgate.shop.intake.most-waiting=64")
class OrdersOverHttpTests {
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger TELEPHONE = new AtomicInteger(10_000_000);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 5, 1})
    void thirtyTwoBuyersGetWhatThereIsAndTheOthersAreTold(int left) throws Exception {
        Listing listing = stall.open(left, Optional.empty());
        String proof = proof();
        var begin = new CountDownLatch(1);
        List<Future<Integer>> buyers = new ArrayList<>();
        int sold = 0;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int buyer = 0; buyer < 32; buyer++)
                buyers.add(all.submit(() -> {
                    begin.await();
                    return untilSoldOut(proof, listing);
                }));
            begin.countDown();
            for (Future<Integer> buyer : buyers) sold += buyer.get();
        }
        assertThat(sold).isEqualTo(left);
        assertThat(ordered(listing)).isEqualTo(left);
    }

    private int untilSoldOut(String proof, Listing listing) throws Exception {
        int bought = 0;
        while (true) {
            HttpResponse<String> answer = send(proof, order(OrderKey.next(), listing, "1", ""));
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(answer.body()).contains("\"code\":\"sold-out\"", "\"left\":0");
                return bought;
            }
            bought++;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|lines[0].packs",
                "-1|lines[0].packs",
                "1000000000|lines[0].packs",
                "99999999999999999999|lines[0].packs",
                "1.5|lines[0].packs",
                "\"two\"|lines[0].packs",
            })
    void aQuantityThatIsNoneIsRefusedAndNothingIsStored(String packs, String place) throws Exception {
        Listing listing = stall.open(3, Optional.empty());
        HttpResponse<String> answer = send(proof(), order(OrderKey.next(), listing, packs, ""));
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        if (place != null) assertThat(answer.body()).contains(place);
        assertThat(ordered(listing)).isZero();
    }

    @Test
    void aPriceThatWasTamperedWithIsRefused() throws Exception {
        Listing listing = stall.open(3, Optional.empty());
        HttpResponse<String> answer = send(proof(), order(OrderKey.next(), listing, "1", ", \"seenFen\": 1"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("price-changed");
        assertThat(ordered(listing)).isZero();
    }

    @Test
    void aKeyWithAnotherCartIsRefusedAndTheSameCartIsTheSameOrder() throws Exception {
        Listing listing = stall.open(9, Optional.empty());
        String proof = proof();
        OrderKey key = OrderKey.next();
        String cart = order(key, listing, "2", "");
        HttpResponse<String> first = send(proof, cart);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> again = send(proof, cart);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> other = send(proof, cart.replace("\"packs\": 2", "\"packs\": 3"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("order-key-reused");
        assertThat(ordered(listing)).isEqualTo(2);
    }

    @Test
    void withoutTheProofOfAPageOfOursItIsRefused() throws Exception {
        Listing listing = stall.open(3, Optional.empty());
        assertThat(send("forged", order(OrderKey.next(), listing, "1", "")).statusCode())
                .isEqualTo(403);
        assertThat(ordered(listing)).isZero();
    }

    /// The row is locked by somebody else: orders gather until no more may wait.
    @Test
    void aFullQueueSaysSoAtOnceAndThoseWhoWaitedAreServed() throws Exception {
        Listing listing = stall.open(500, Optional.empty());
        String proof = proof();
        List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("select id from stock.sellable where id = :id for update")
                        .param("id", listing.sellable().value())
                        .query(String.class)
                        .single();
                for (int i = 0; i < 65 + 64; i++)
                    waiting.add(all.submit(() -> send(proof, order(OrderKey.next(), listing, "1", ""))));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> waiting.stream().anyMatch(Future::isDone));
                long refused = waiting.stream().filter(Future::isDone).count();
                assertThat(waiting.stream().filter(Future::isDone).map(Future::resultNow))
                        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(503));
                assertThat(refused).isPositive();
            });
            long taken = 0;
            for (Future<HttpResponse<String>> one : waiting)
                if (one.get().statusCode() == 201) taken++;
                else assertThat(one.get().statusCode()).isEqualTo(503);
            assertThat(taken).isGreaterThanOrEqualTo(64);
            assertThat(ordered(listing)).isEqualTo(taken);
        }
    }

    private long ordered(Listing listing) {
        return jdbc.sql("select coalesce(sum(packs), 0) from shop.order_line where listing_id = :id")
                .param("id", listing.id().value())
                .query(Long.class)
                .single();
    }

    /// @param packs as it stands in the JSON
    private String order(OrderKey key, Listing listing, String packs, String more) {
        return """
                {"key": "%s", "name": "Gao Yu", "telephone": "138%08d", "address": "12 Garden Street",
                 "region": "%s", "provider": "sandbox", "lines": [{"listing": "%s", "packs": %s%s}]}
                """.formatted(key, TELEPHONE.incrementAndGet(), cast.province(), listing.id(), packs, more);
    }

    private HttpResponse<String> send(String proof, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home("/api/v1/orders"))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", proof)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String proof() throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(home("/sign-in"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher hidden = PROOF.matcher(page.body());
        assertThat(hidden.find()).isTrue();
        return hidden.group(1);
    }

    private URI home(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
