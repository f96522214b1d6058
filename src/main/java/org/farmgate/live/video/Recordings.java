package org.farmgate.live.video;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowState;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Recordings of shows that are over. They are kept for three years from the end of the show, as the Measures for the
/// Supervision of Online Trading (网络交易监督管理办法, SAMR Order 37 of 2021) ask of live selling; nothing is
/// deleted by itself, only by somebody, by name, and never before.
@Service
@Transactional
public class Recordings {
    private static final ZoneId HOURS = ZoneId.of("Asia/Shanghai");
    private static final int MOST_LISTED = 200;
    private static final int AT_ONCE = 500;

    private final Shows shows;
    private final RecordingStore store;
    private final SegmentStore segments;
    private final StreamStore streams;
    private final StillStore stills;
    private final BlobStore blobs;
    private final Playlists playlists;
    private final Pieces pieces;
    private final Audit audit;
    private final Clock clock;
    private final Period kept;

    Recordings(
            Shows shows,
            RecordingStore store,
            SegmentStore segments,
            StreamStore streams,
            StillStore stills,
            BlobStore blobs,
            Playlists playlists,
            Pieces pieces,
            Audit audit,
            Clock clock,
            @Value("${farmgate.live.recordings-kept:P3Y}") Period kept) {
        this.shows = shows;
        this.store = store;
        this.segments = segments;
        this.streams = streams;
        this.stills = stills;
        this.blobs = blobs;
        this.playlists = playlists;
        this.pieces = pieces;
        this.audit = audit;
        this.clock = clock;
        this.kept = kept;
    }

    /// What is kept of that show; empty while it runs, and once it is deleted.
    @Transactional(readOnly = true)
    public Optional<Recording> find(ShowId id) {
        Show show = shows.get(id);
        if (show.state() != ShowState.ENDED || store.isDeleted(id)) return Optional.empty();
        return Optional.of(recording(show)).filter(recording -> recording.bytes() > 0);
    }

    /// What that person may delete today, the oldest first.
    @Transactional(readOnly = true)
    public List<Recording> deletable(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(HOURS));
        Instant before = today.minus(kept).plusDays(1).atStartOfDay(HOURS).toInstant();
        return shows.byIds(store.endedBefore(before, actor, MOST_LISTED)).stream()
                .filter(show -> Shows.hosts(actor, show))
                .map(this::recording)
                .filter(recording -> !today.isBefore(recording.keptUntil()))
                .toList();
    }

    /// From now on nothing of it is offered here; the files go at once after this is certain. What a
    /// cache in front of us or a process's memory holds may be seen a while longer. Whoever does it
    /// stands in the audit trail. Deleted already, it stays so. Refuses by [NotFound],
    /// VIDEO_KEPT_UNTIL.
    public void delete(Actor actor, ShowId id) {
        Show show = shows.hosting(actor, id);
        if (show.state() != ShowState.ENDED) throw new NotFound("recording", id);
        Recording recording = recording(show);
        if (LocalDate.now(clock.withZone(HOURS)).isBefore(recording.keptUntil()))
            throw new RuleBroken(VideoRule.VIDEO_KEPT_UNTIL, recording.keptUntil());
        if (!store.delete(id, actor.person(), clock.instant())) return;
        audit.record(
                actor,
                "show.recording-deleted",
                "show",
                id,
                Map.of("title", show.title(), "bytes", String.valueOf(recording.bytes())));
    }

    /// Deletes the files of what was deleted. A process that dies at it leaves the rest to the next. Answers whether
    /// something was left to do.
    public boolean sweep() {
        List<ShowId> open = store.unfinished(1);
        if (open.isEmpty()) return false;
        ShowId show = open.getFirst();
        playlists.forget(show);
        pieces.forget(show);
        List<String> keys = segments.remove(show, AT_ONCE);
        // Before the transaction ends: a file that is listed no more would never be found again.
        keys.forEach(blobs::delete);
        if (keys.size() < AT_ONCE) {
            stills.find(show).ifPresent(still -> blobs.delete(still.key()));
            stills.delete(show);
            streams.deleteAll(show);
            store.done(show, clock.instant());
        }
        return true;
    }

    private Recording recording(Show show) {
        Instant ended = show.endedAt().orElseThrow();
        SegmentStore.Size size = segments.size(show.id());
        LocalDate until = ended.atZone(HOURS).toLocalDate().plus(kept).plusDays(1);
        return new Recording(show.id(), show.title(), ended, until, size.seconds(), size.bytes());
    }
}
