package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.logistics.parcels.carrier.CarrierAnswer;
import org.farmgate.logistics.parcels.carrier.CarrierEvent;
import org.farmgate.logistics.parcels.carrier.CarrierEvents;
import org.farmgate.logistics.parcels.carrier.CarrierGate;
import org.farmgate.logistics.parcels.carrier.OutsideCarrier;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.SignedRoute;
import org.farmgate.platform.TooLarge;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where outside carriers tell what happened to parcels, signed with the secret that we share. A request that cannot
/// be read is refused as a whole; of one that can, each event is answered by itself.
@RestController
class CarrierApi {
    static final int GREATEST_BYTES = 256 * 1024;
    static final int MOST_EVENTS = 200;
    static final String TIMESTAMP = "X-Farmgate-Timestamp";
    static final String SIGNATURE = "X-Farmgate-Signature";
    static final String EVENTS = "/api/v1/carriers/{carrier}/events";
    private static final int LONGEST_NUMBER = 40;

    private final CarrierGate gate;
    private final CarrierEvents events;
    private final JsonMapper json;

    CarrierApi(CarrierGate gate, CarrierEvents events, JsonMapper json) {
        this.gate = gate;
        this.events = events;
        this.json = json;
    }

    @Configuration(proxyBeanMethods = false)
    static class Signed {
        @Bean
        SignedRoute carrierEvents() {
            return new SignedRoute(EVENTS);
        }
    }

    record Sent(@Nullable List<@Nullable SentEvent> events) {}

    record SentEvent(
            @Nullable String id,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String at) {}

    record Answer(List<Answered> events) {}

    /// @param result `taken`, `taken-before` or `refused`
    record Answered(
            String id,
            String result,
            @Nullable String code,
            @Nullable String message) {}

    @OpenToAll
    @PostMapping(EVENTS)
    Answer take(@PathVariable String carrier, HttpServletRequest request, Shell shell) throws IOException {
        byte[] body = body(request);
        OutsideCarrier from = gate.admit(carrier, header(request, TIMESTAMP), header(request, SIGNATURE), body);
        return new Answer(events.take(from, events(read(request, body))).stream()
                .map(answer -> answered(answer, shell))
                .toList());
    }

    private static Answered answered(CarrierAnswer answer, Shell shell) {
        return answer.why()
                .map(why -> new Answered(
                        answer.event(),
                        "refused",
                        why.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        shell.refusal(why)))
                .orElseGet(() -> new Answered(answer.event(), answer.before() ? "taken-before" : "taken", null, null));
    }

    private static List<CarrierEvent> events(Sent sent) {
        List<@Nullable SentEvent> told = Optional.ofNullable(sent.events()).orElse(List.of());
        if (told.isEmpty()) throw new InputBroken("events", "missing");
        if (told.size() > MOST_EVENTS) throw new InputBroken("events", "too-many", MOST_EVENTS);
        List<FieldError> wrong = new ArrayList<>();
        List<CarrierEvent> read = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            SentEvent one = told.get(at);
            String where = "events[" + at + "].";
            if (one == null) {
                wrong.add(FieldError.of(where, "missing"));
                continue;
            }
            String id = text(one.id(), where + "id", CarrierEvent.LONGEST_ID, wrong);
            String number = text(one.number(), where + "number", LONGEST_NUMBER, wrong);
            String place = Optional.ofNullable(one.place()).orElse("").strip();
            if (place.length() > CarrierEvent.LONGEST_PLACE || place.chars().anyMatch(Character::isISOControl))
                wrong.add(FieldError.of(where + "place", "too-long", CarrierEvent.LONGEST_PLACE));
            Optional<CarrierEvent.Kind> kind = kind(one.kind());
            if (kind.isEmpty()) wrong.add(FieldError.of(where + "kind", "no-such-choice", String.valueOf(one.kind())));
            Optional<Instant> when = instant(one.at());
            if (when.isEmpty()) wrong.add(FieldError.of(where + "at", "no-such-date", String.valueOf(one.at())));
            if (wrong.isEmpty()) read.add(new CarrierEvent(id, number, kind.orElseThrow(), place, when.orElseThrow()));
        }
        if (!wrong.isEmpty()) throw new InputBroken(wrong);
        return read;
    }

    private static String text(@Nullable String text, String where, int longest, List<FieldError> wrong) {
        String plain = Optional.ofNullable(text).orElse("").strip();
        if (plain.isEmpty()) wrong.add(FieldError.of(where, "missing"));
        if (plain.length() > longest || plain.chars().anyMatch(Character::isISOControl))
            wrong.add(FieldError.of(where, "too-long", longest));
        return plain;
    }

    private static Optional<CarrierEvent.Kind> kind(@Nullable String text) {
        String name = Optional.ofNullable(text)
                .orElse("")
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
        for (CarrierEvent.Kind kind : CarrierEvent.Kind.values())
            if (kind.name().equals(name)) return Optional.of(kind);
        return Optional.empty();
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.of(Instant.parse(Optional.ofNullable(text).orElse("")));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("").strip();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > GREATEST_BYTES) throw new TooLarge(GREATEST_BYTES);
        byte[] body = request.getInputStream().readNBytes(GREATEST_BYTES + 1);
        if (body.length > GREATEST_BYTES) throw new TooLarge(GREATEST_BYTES);
        return body;
    }

    /// As the framework reads bodies, which would not leave us the bytes that were signed.
    private Sent read(HttpServletRequest request, byte[] body) {
        @Nullable Sent sent;
        try {
            sent = json.readValue(body, Sent.class);
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException(
                    "not what was asked for", broken, new ServletServerHttpRequest(request));
        }
        if (sent == null) throw new HttpMessageNotReadableException("nothing", new ServletServerHttpRequest(request));
        return sent;
    }
}
