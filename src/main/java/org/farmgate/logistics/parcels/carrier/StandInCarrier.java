package org.farmgate.logistics.parcels.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.farmgate.platform.RequestSignature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A carrier to try with: a program of its own on this machine, which answers over HTTP what a real one answers and
/// sends its events signed. The demo county and the tests use it; no real parcel moves.
public final class StandInCarrier implements AutoCloseable {
    /// What it takes no further than.
    public static final long MOST_GRAMS = 50_000;

    private static final long FIRST_FEN = 800;
    private static final long FURTHER_FEN = 200;

    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, CarrierLine.ShipmentWanted> shipments = new ConcurrentHashMap<>();
    private volatile String secret = "";
    private volatile URI events = URI.create("http://localhost/");
    private volatile BiConsumer<String, CarrierLine.ShipmentWanted> onShipment = (_, _) -> {};

    private StandInCarrier(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rates", exchange -> answer(exchange, CarrierLine.RatesWanted.class, this::rates));
        server.createContext("/shipments", exchange -> answer(exchange, CarrierLine.ShipmentWanted.class, this::take));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Listens on a free port of this machine.
    public static StandInCarrier open(Clock clock) {
        try {
            return new StandInCarrier(clock);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Where it answers.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// @param secret that we made for it
    /// @param events where it is to tell what happens
    public void settle(String secret, URI events) {
        this.secret = secret;
        this.events = events;
    }

    /// What it does with each new shipment, by its number.
    public void onShipment(BiConsumer<String, String> heard) {
        onShipment = (number, wanted) -> heard.accept(number, wanted.to());
    }

    /// How many it was given.
    public int shipments() {
        return shipments.size();
    }

    /// Whether it was told that name for that number.
    public boolean isFor(String number, String name) {
        return Optional.ofNullable(shipments.get(number))
                .map(wanted -> wanted.name().equals(name))
                .orElse(false);
    }

    private record Answer(int status, Object body) {}

    private interface Answering<T> {
        Answer to(T wanted);
    }

    private <T> void answer(HttpExchange exchange, Class<T> type, Answering<T> answering) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String time = header(exchange, CarrierLine.TIMESTAMP);
            Answer answer = RequestSignature.isRight(secret, time, body, header(exchange, CarrierLine.SIGNATURE))
                    ? answering.to(json.readValue(body, type))
                    : new Answer(401, Map.of("message", "wrong signature"));
            byte[] told = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), told.length);
            exchange.getResponseBody().write(told);
        } catch (JacksonException _) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private Answer rates(CarrierLine.RatesWanted wanted) {
        if (wanted.grams() > MOST_GRAMS) return tooHeavy();
        return new Answer(
                200,
                new CarrierLine.RatesTold(List.of(
                        new CarrierLine.RateTold("land", "陆运 · Land", fen("land", wanted.grams()), 5),
                        new CarrierLine.RateTold("air", "航空 · Air", fen("air", wanted.grams()), 2))));
    }

    private static long fen(String service, long grams) {
        long land = FIRST_FEN + (Math.max(1, Math.ceilDiv(grams, 1000)) - 1) * FURTHER_FEN;
        return service.equals("air") ? land * 2 : land;
    }

    private Answer take(CarrierLine.ShipmentWanted wanted) {
        if (wanted.grams() > MOST_GRAMS) return tooHeavy();
        if (wanted.fen() != fen(wanted.service(), wanted.grams()))
            return new Answer(409, new CarrierLine.Declined("price"));
        String number = number(wanted.key());
        if (shipments.putIfAbsent(number, wanted) == null) onShipment.accept(number, wanted);
        return new Answer(200, new CarrierLine.ShipmentTold(number));
    }

    private static Answer tooHeavy() {
        return new Answer(422, new CarrierLine.Declined("50 kg"));
    }

    /// The same key has the same number, whenever the program was started.
    private static String number(String key) {
        long hash = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return "DX%012d".formatted(Math.floorMod(hash, 1_000_000_000_000L));
    }

    record Told(List<ToldEvent> events) {}

    record ToldEvent(String id, String number, String kind, String place, String at) {}

    /// Sends one event, as often as it is asked to; answers what we answered.
    public String tell(String id, String number, CarrierEvent.Kind kind, String place, Instant at) {
        return send(
                json.writeValueAsBytes(new Told(List.of(new ToldEvent(id, number, kind.name(), place, at.toString())))),
                String.valueOf(clock.instant().getEpochSecond()));
    }

    /// Sends that body as of that time; what somebody would do who recorded a request and sends it again.
    public String send(byte[] body, String time) {
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header(CarrierLine.TIMESTAMP, time)
                .header(CarrierLine.SIGNATURE, RequestSignature.of(secret, time, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
