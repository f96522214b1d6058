package org.farmgate.live.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowState;
import org.farmgate.live.Shows;
import org.farmgate.platform.NotFound;
import org.springframework.stereotype.Service;

/// What a player asks for again and again: which pieces there are. Written once for all who ask within half a second.
@Service
public class Playlists {
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final int WINDOW_MILLIS = 30_000;
    private static final int WINDOW_PIECES = 60;
    private static final int MOST_KEPT = 2_000;

    private final Shows shows;
    private final StreamStore streams;
    private final SegmentStore segments;
    private final RecordingStore recordings;
    private final Cache<Asked, Optional<String>> written =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST_KEPT).build();

    Playlists(Shows shows, StreamStore streams, SegmentStore segments, RecordingStore recordings) {
        this.shows = shows;
        this.streams = streams;
        this.segments = segments;
        this.recordings = recordings;
    }

    /// Whether it is what is on air now, or the whole of it afterwards.
    public enum Mode {
        LIVE,
        REPLAY
    }

    private record Asked(ShowId show, Mode mode, Optional<Rendition> rendition) {}

    /// Which renditions there are. Refuses by [NotFound] while nothing has come, for a replay before the end too.
    public String master(ShowId show, Mode mode) {
        return get(new Asked(show, mode, Optional.empty()));
    }

    /// The pieces of one rendition: the last half minute, or from the beginning. Refuses as [#master].
    public String media(ShowId show, Mode mode, Rendition rendition) {
        return get(new Asked(show, mode, Optional.of(rendition)));
    }

    /// Whether there is something to watch now or again.
    public boolean has(ShowId show, Mode mode) {
        return find(new Asked(show, mode, Optional.empty())).isPresent();
    }

    /// Here something is new; other processes see it within half a second.
    void forget(ShowId show) {
        for (Mode mode : Mode.values()) {
            written.invalidate(new Asked(show, mode, Optional.empty()));
            for (Rendition rendition : Rendition.values())
                written.invalidate(new Asked(show, mode, Optional.of(rendition)));
        }
    }

    private String get(Asked asked) {
        return find(asked).orElseThrow(() -> new NotFound("recording", asked.show()));
    }

    private Optional<String> find(Asked asked) {
        return java.util.Objects.requireNonNull(written.get(asked, this::write));
    }

    private Optional<String> write(Asked asked) {
        Show show = shows.get(asked.show());
        boolean over = show.state() == ShowState.ENDED;
        boolean shown = over || show.isLive() && asked.mode() == Mode.LIVE;
        if (!shown || recordings.isDeleted(show.id())) return Optional.empty();
        return asked.rendition()
                .map(rendition -> pieces(show, asked.mode(), rendition))
                .filter(list -> !list.isEmpty())
                .map(list -> Hls.media(show, asked.rendition().get(), list, asked.mode(), over))
                .or(() -> asked.rendition().isPresent() ? Optional.empty() : writeMaster(show, asked.mode()));
    }

    private Optional<String> writeMaster(Show show, Mode mode) {
        Map<Rendition, Hls.Variant> variants = new EnumMap<>(Rendition.class);
        for (Rendition rendition : Rendition.values()) {
            List<Segment> list = pieces(show, mode, rendition);
            if (list.isEmpty()) continue;
            streams.newest(show.id(), rendition)
                    .ifPresent(stream -> variants.put(rendition, Hls.Variant.of(stream, list)));
        }
        return variants.isEmpty() ? Optional.empty() : Optional.of(Hls.master(show, variants, mode));
    }

    private List<Segment> pieces(Show show, Mode mode, Rendition rendition) {
        if (mode == Mode.REPLAY) return segments.last(show.id(), rendition, Integer.MAX_VALUE);
        List<Segment> last = segments.last(show.id(), rendition, WINDOW_PIECES);
        int millis = 0;
        int from = last.size();
        while (from > 0 && millis < WINDOW_MILLIS) millis += last.get(--from).durationMillis();
        return new ArrayList<>(last.subList(from, last.size()));
    }
}
