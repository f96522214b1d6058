package org.farmgate.payment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.farmgate.payment.Callbacks;
import org.farmgate.payment.providers.Callback;
import org.farmgate.platform.SignedRoute;
import org.farmgate.platform.TooLarge;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where providers call. They sign what they send, so nobody needs to sign in and no form proves anything.
@RestController
class CallbackApi {
    /// What they send fits into a few thousand bytes.
    private static final int GREATEST_BYTES = 64 * 1024;

    private final Callbacks callbacks;

    CallbackApi(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Configuration(proxyBeanMethods = false)
    static class Signed {
        @Bean
        SignedRoute paymentCallbacks() {
            return new SignedRoute("/payments/callbacks/{provider}");
        }
    }

    @OpenToAll
    @PostMapping("/payments/callbacks/{provider}")
    ResponseEntity<String> receive(@PathVariable String provider, HttpServletRequest request) throws IOException {
        Callbacks.Answer answer = callbacks.receive(provider, read(request));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.reply().contentType()))
                .body(answer.reply().body());
    }

    private static Callback read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > GREATEST_BYTES) throw new TooLarge(GREATEST_BYTES);
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames()))
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        if (String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            Map<String, String> fields = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> fields.put(name, values.length == 0 ? "" : values[0]));
            return new Callback(headers, fields, "");
        }
        byte[] body = request.getInputStream().readNBytes(GREATEST_BYTES + 1);
        if (body.length > GREATEST_BYTES) throw new TooLarge(GREATEST_BYTES);
        return new Callback(headers, Map.of(), new String(body, StandardCharsets.UTF_8));
    }
}
