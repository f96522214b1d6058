package org.farmgate.logistics.parcels.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.RequestSignature;
import org.farmgate.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to carriers: JSON over HTTP, signed as they sign to us. Whatever goes wrong on the way is
/// OUTSIDE_CARRIER_SILENT.
@Component
class CarrierLine {
    static final String TIMESTAMP = "X-Farmgate-Timestamp";
    static final String SIGNATURE = "X-Farmgate-Signature";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GREATEST_ANSWER = 64 * 1024;
    private static final int MOST_RATES = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_DAYS = 90;
    private static final int GREATEST_FEN = 100_000_000;

    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    CarrierLine(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    record RatesWanted(String from, String to, long grams) {}

    record RatesTold(@Nullable List<RateTold> rates) {}

    record RateTold(
            @Nullable String service,
            @Nullable String name,
            @Nullable Long fen,
            @Nullable Integer days) {}

    record ShipmentWanted(
            String key,
            String reference,
            String service,
            String from,
            String to,
            long grams,
            long fen,
            String name,
            String telephone,
            String address) {}

    record ShipmentTold(@Nullable String number) {}

    record Declined(@Nullable String message) {}

    List<CarrierRate> rates(OutsideCarrier carrier, String secret, Shipment shipment) {
        var wanted =
                new RatesWanted(shipment.from(), shipment.to(), shipment.mass().grams());
        RatesTold told = ask(carrier, secret, "rates", wanted, RatesTold.class);
        return Optional.ofNullable(told.rates()).orElse(List.of()).stream()
                .limit(MOST_RATES)
                .map(rate -> rate(carrier, rate))
                .toList();
    }

    private static CarrierRate rate(OutsideCarrier carrier, RateTold told) {
        String service = sound(carrier, told.service(), LONGEST_NUMBER);
        int days = Optional.ofNullable(told.days()).orElse(0);
        if (days < 0 || days > MOST_DAYS) throw silent(carrier);
        String name = told.name() == null || told.name().isBlank() ? service : sound(carrier, told.name(), 60);
        return new CarrierRate(service, name, price(carrier, told.fen()), days);
    }

    /// Its number for the shipment. The same key again is the same shipment there, and it declines where the
    /// price has changed. Refuses by OUTSIDE_CARRIER_DECLINED too.
    String book(OutsideCarrier carrier, String secret, CarrierBooking booking, Shipment shipment, Addressee to) {
        var wanted = new ShipmentWanted(
                booking.id().toString(),
                shipment.reference(),
                booking.service(),
                shipment.from(),
                shipment.to(),
                shipment.mass().grams(),
                booking.price().fen(),
                to.name(),
                to.telephone(),
                to.address());
        ShipmentTold told = ask(carrier, secret, "shipments", wanted, ShipmentTold.class);
        return sound(carrier, told.number(), LONGEST_NUMBER);
    }

    private <T> T ask(OutsideCarrier carrier, String secret, String what, Object wanted, Class<T> type) {
        byte[] body = json.writeValueAsBytes(wanted);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String base = carrier.address().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + (base.endsWith("/") ? "" : "/") + what))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(TIMESTAMP, time)
                .header(SIGNATURE, RequestSignature.of(secret, time, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = answer.body()) {
                byte[] told = stream.readNBytes(GREATEST_ANSWER + 1);
                if (told.length > GREATEST_ANSWER) throw silent(carrier);
                return switch (answer.statusCode()) {
                    case 200, 201 -> read(carrier, told, type);
                    case 409, 422 -> throw declined(carrier, read(carrier, told, Declined.class));
                    default -> throw silent(carrier);
                };
            }
        } catch (IOException _) {
            throw silent(carrier);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw silent(carrier);
        }
    }

    private <T> T read(OutsideCarrier carrier, byte[] told, Class<T> type) {
        try {
            @Nullable T read = json.readValue(told, type);
            if (read == null) throw silent(carrier);
            return read;
        } catch (JacksonException _) {
            throw silent(carrier);
        }
    }

    private static Money price(OutsideCarrier carrier, @Nullable Long fen) {
        if (fen == null || fen < 0 || fen > GREATEST_FEN) throw silent(carrier);
        return new Money(fen);
    }

    private static String sound(OutsideCarrier carrier, @Nullable String text, int longest) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty() || plain.length() > longest || plain.chars().anyMatch(Character::isISOControl))
            throw silent(carrier);
        return plain;
    }

    private static RuleBroken declined(OutsideCarrier carrier, Declined why) {
        String words = Optional.ofNullable(why.message()).orElse("–").strip();
        return new RuleBroken(
                CarrierRule.OUTSIDE_CARRIER_DECLINED,
                carrier.name(),
                words.length() > 200 ? words.substring(0, 200) : words);
    }

    private static RuleBroken silent(OutsideCarrier carrier) {
        return new RuleBroken(CarrierRule.OUTSIDE_CARRIER_SILENT, carrier.name());
    }
}
