package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.farmgate.live.video.StreamKeys;
import org.farmgate.platform.SignedRoute;
import org.farmgate.platform.web.OpenToAll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where nginx's RTMP module asks whether somebody may send (`on_publish`), and tells when they
/// have stopped. They prove themselves by the show's key, so no form proves anything. What is
/// refused, nginx cuts off.
@RestController
@OpenToAll
class VideoIngest {
    private final StreamKeys keys;

    VideoIngest(StreamKeys keys) {
        this.keys = keys;
    }

    @Configuration(proxyBeanMethods = false)
    static class Signed {
        @Bean
        SignedRoute rtmpPublish() {
            return new SignedRoute("/live/rtmp/publish");
        }

        @Bean
        SignedRoute rtmpDone() {
            return new SignedRoute("/live/rtmp/done");
        }
    }

    /// Answers the name under which nginx is to go on: the key goes no further.
    @PostMapping("/live/rtmp/publish")
    ResponseEntity<Void> publish(HttpServletRequest request) {
        var stream = keys.begin(text(request, "name"), text(request, "key"));
        return ResponseEntity.status(302)
                .location(URI.create(stream.toString()))
                .build();
    }

    @PostMapping("/live/rtmp/done")
    ResponseEntity<Void> done(HttpServletRequest request) {
        keys.end(text(request, "name"), text(request, "key"));
        return ResponseEntity.noContent().build();
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
