package org.farmgate.live.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.farmgate.live.ShowId;
import org.farmgate.live.video.Rendition;
import org.farmgate.live.video.Stills;
import org.farmgate.live.video.StreamId;
import org.farmgate.live.video.Streams;
import org.farmgate.platform.Actor;
import org.farmgate.platform.web.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the host's browser sends picture and sound. Everything may be sent again: the same again is once.
@RestController
@Needs
class CameraApi {
    private final Streams streams;
    private final Stills stills;

    CameraApi(Streams streams, Stills stills) {
        this.streams = streams;
        this.stills = stills;
    }

    @PutMapping("/shows/{id}/streams/{stream}/{rendition}/init")
    ResponseEntity<Void> init(
            Actor actor,
            @PathVariable ShowId id,
            @PathVariable StreamId stream,
            @PathVariable String rendition,
            HttpServletRequest request)
            throws IOException {
        byte[] body = VideoBody.read(request, Streams.GREATEST_INIT_BYTES);
        streams.open(actor, id, stream, Rendition.of(rendition), body);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/shows/{id}/streams/{stream}/{rendition}/segments/{n}")
    ResponseEntity<Void> segment(
            Actor actor,
            @PathVariable ShowId id,
            @PathVariable StreamId stream,
            @PathVariable String rendition,
            @PathVariable int n,
            HttpServletRequest request)
            throws IOException {
        byte[] body = VideoBody.read(request, Streams.GREATEST_PIECE_BYTES);
        streams.append(actor, id, stream, Rendition.of(rendition), n, body);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/shows/{id}/still")
    ResponseEntity<Void> still(Actor actor, @PathVariable ShowId id, HttpServletRequest request) throws IOException {
        stills.put(actor, id, VideoBody.read(request, Stills.GREATEST_BYTES));
        return ResponseEntity.noContent().build();
    }
}
