package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.farmgate.live.outside.OutsideChannel;
import org.farmgate.live.outside.OutsideGate;
import org.farmgate.live.outside.OutsideOrders;
import org.farmgate.live.outside.OutsideSource;
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

/// Where other platforms send their orders, signed with the channel's secret. A request that cannot be read
/// is refused as a whole; of one that can, each order is answered by itself.
@RestController
class OutsideApi {
    static final int GREATEST_BYTES = 256 * 1024;
    static final String TIMESTAMP = "X-Farmgate-Timestamp";
    static final String SIGNATURE = "X-Farmgate-Signature";
    static final String ORDERS = "/api/v1/outside/{channel}/orders";
    static final String CANCELLATIONS = "/api/v1/outside/{channel}/cancellations";

    private final OutsideGate gate;
    private final OutsideOrders orders;
    private final JsonMapper json;

    OutsideApi(OutsideGate gate, OutsideOrders orders, JsonMapper json) {
        this.gate = gate;
        this.orders = orders;
        this.json = json;
    }

    @Configuration(proxyBeanMethods = false)
    static class Signed {
        @Bean
        SignedRoute outsideOrders() {
            return new SignedRoute(ORDERS);
        }

        @Bean
        SignedRoute outsideCancellations() {
            return new SignedRoute(CANCELLATIONS);
        }
    }

    /// An answer for each order, in the order they were sent.
    record Answer(List<OutsideView> orders) {}

    @OpenToAll
    @PostMapping(ORDERS)
    Answer take(@PathVariable String channel, HttpServletRequest request, Shell shell) throws IOException {
        byte[] body = body(request);
        OutsideChannel from = admitted(channel, request, body);
        OutsideBodies.Orders sent = read(request, body, OutsideBodies.Orders.class);
        return new Answer(orders.take(from, sent.read(), OutsideSource.WEBHOOK).stream()
                .map(answer -> OutsideView.of(answer, shell))
                .toList());
    }

    @OpenToAll
    @PostMapping(CANCELLATIONS)
    Answer cancel(@PathVariable String channel, HttpServletRequest request, Shell shell) throws IOException {
        byte[] body = body(request);
        OutsideChannel from = admitted(channel, request, body);
        OutsideBodies.Cancellations sent = read(request, body, OutsideBodies.Cancellations.class);
        return new Answer(orders.cancel(from, sent.read()).stream()
                .map(answer -> OutsideView.of(answer, shell))
                .toList());
    }

    private OutsideChannel admitted(String channel, HttpServletRequest request, byte[] body) {
        return gate.admit(channel, header(request, TIMESTAMP), header(request, SIGNATURE), body);
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
    private <T> T read(HttpServletRequest request, byte[] body, Class<T> type) {
        @Nullable T sent;
        try {
            sent = json.readValue(body, type);
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException(
                    "not what was asked for", broken, new ServletServerHttpRequest(request));
        }
        if (sent == null) throw new HttpMessageNotReadableException("nothing", new ServletServerHttpRequest(request));
        return sent;
    }
}
