package org.farmgate.live.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.farmgate.live.ShowId;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;

/// Hands out what players play. A show's newest pieces are asked for by all its viewers in the same
/// second: each is read once and held for a moment.
@Service
public class Pieces {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int INIT = -1;

    private final StreamStore streams;
    private final SegmentStore segments;
    private final RecordingStore recordings;
    private final BlobStore blobs;
    private final Cache<Asked, byte[]> held = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, byte[] bytes) -> bytes.length + 200)
            .expireAfterWrite(HELD)
            .build();

    Pieces(StreamStore streams, SegmentStore segments, RecordingStore recordings, BlobStore blobs) {
        this.streams = streams;
        this.segments = segments;
        this.recordings = recordings;
        this.blobs = blobs;
    }

    private record Asked(ShowId show, StreamId stream, Rendition rendition, int n) {}

    /// Refuses by [NotFound].
    public byte[] init(ShowId show, StreamId stream, Rendition rendition) {
        return get(new Asked(show, stream, rendition, INIT));
    }

    /// Refuses by [NotFound].
    public byte[] piece(ShowId show, StreamId stream, Rendition rendition, int n) {
        if (n < 0) throw new NotFound("page", n);
        return get(new Asked(show, stream, rendition, n));
    }

    void forget(ShowId show) {
        held.asMap().keySet().removeIf(asked -> asked.show().equals(show));
    }

    private byte[] get(Asked asked) {
        return Objects.requireNonNull(held.get(asked, this::read));
    }

    private byte[] read(Asked asked) {
        if (recordings.isDeleted(asked.show)) throw new NotFound("page", asked);
        if (asked.n == INIT)
            return streams.find(asked.show, asked.stream, asked.rendition)
                    .map(Stream::init)
                    .orElseThrow(() -> new NotFound("page", asked));
        String key = segments.find(asked.show, asked.rendition, asked.stream, asked.n)
                .map(SegmentStore.Stored::key)
                .orElseThrow(() -> new NotFound("page", asked));
        try (InputStream content = blobs.open(key)) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
