package org.farmgate.live.video;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what cameras send. A piece is looked through before it is kept; nothing is remembered
/// between two pieces but what lies in the database, so any process takes any piece.
@Service
public class Streams {
    public static final int GREATEST_INIT_BYTES = InitSegment.GREATEST_BYTES;
    public static final int GREATEST_PIECE_BYTES = MediaSegment.GREATEST_BYTES;
    private static final String FOLDER = "video";

    private final Shows shows;
    private final StreamStore streams;
    private final SegmentStore segments;
    private final BlobStore blobs;
    private final Playlists playlists;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Streams(
            Shows shows,
            StreamStore streams,
            SegmentStore segments,
            BlobStore blobs,
            Playlists playlists,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.shows = shows;
        this.streams = streams;
        this.segments = segments;
        this.blobs = blobs;
        this.playlists = playlists;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Begins a stream: from now on the streams before it are over. The same again is once.
    ///
    /// Refuses by [NotFound] (whoever does not lead the show too), VIDEO_SHOW_NOT_LIVE, VIDEO_TOO_LARGE,
    /// VIDEO_MALFORMED,
    /// VIDEO_DIFFERS.
    public void open(Actor actor, ShowId id, StreamId stream, Rendition rendition, byte[] init) {
        open(live(shows.hosting(actor, id)), stream, rendition, init, Optional.of(actor.person()));
    }

    void open(Show show, StreamId id, Rendition rendition, byte[] init, Optional<PartyId> by) {
        InitSegment read = InitSegment.read(init, rendition);
        var leading = read.leading();
        var stream = new Stream(id, rendition, 0, init, read.codecs(), leading.width(), leading.height(), 0);
        if (streams.insert(show.id(), stream, by, clock.instant())) return;
        Stream there =
                streams.find(show.id(), id, rendition).orElseThrow(() -> new RuleBroken(VideoRule.VIDEO_SUPERSEDED));
        if (!java.util.Arrays.equals(there.init(), init)) throw new RuleBroken(VideoRule.VIDEO_DIFFERS);
    }

    /// Keeps the next piece of a stream. The same again is once.
    ///
    /// Refuses by [NotFound], VIDEO_SHOW_NOT_LIVE, VIDEO_TOO_LARGE, VIDEO_MALFORMED, VIDEO_LENGTH_OUT_OF_RANGE,
    /// VIDEO_OUT_OF_ORDER, VIDEO_DIFFERS, VIDEO_SUPERSEDED.
    public void append(Actor actor, ShowId id, StreamId stream, Rendition rendition, int n, byte[] data) {
        append(live(shows.hosting(actor, id)), stream, rendition, n, data, false);
    }

    /// @param gaps whether numbers may be left out: a media server keeps its pieces for a while only
    void append(Show show, StreamId id, Rendition rendition, int n, byte[] data, boolean gaps) {
        Stream stream = streams.find(show.id(), id, rendition).orElseThrow(() -> new NotFound("stream", id));
        MediaSegment piece = MediaSegment.read(data, InitSegment.read(stream.init(), rendition));
        Blob blob = blobs.save(FOLDER, new ByteArrayInputStream(data), MediaSegment.GREATEST_BYTES);
        boolean kept = false;
        try {
            kept = Boolean.TRUE.equals(
                    transaction.execute(status -> add(show.id(), id, rendition, n, piece, blob, gaps)));
        } finally {
            if (!kept) blobs.delete(blob.key());
        }
        playlists.forget(show.id());
    }

    /// False where it is there already.
    private boolean add(
            ShowId show, StreamId id, Rendition rendition, int n, MediaSegment piece, Blob blob, boolean gaps) {
        Stream stream = streams.lock(show, id, rendition).orElseThrow(() -> new NotFound("stream", id));
        if (n >= 0 && n < stream.nextN()) {
            boolean same = segments.find(show, rendition, id, n)
                    .filter(there -> there.sha256().equals(blob.sha256()))
                    .isPresent();
            if (same) return false;
            throw new RuleBroken(VideoRule.VIDEO_DIFFERS);
        }
        if (n < 0 || n > stream.nextN() && !gaps) throw new RuleBroken(VideoRule.VIDEO_OUT_OF_ORDER, stream.nextN());
        if (streams.newest(show, rendition)
                .filter(newest -> newest.id().equals(id))
                .isEmpty()) throw new RuleBroken(VideoRule.VIDEO_SUPERSEDED);
        Instant now = clock.instant();
        Segment next = next(segments.last(show, rendition, 1), id, n, piece, (int) blob.bytes(), now);
        if (!segments.insert(show, rendition, next, blob, now)) throw new RuleBroken(VideoRule.VIDEO_SUPERSEDED);
        streams.expect(show, id, rendition, n + 1);
        return true;
    }

    /// When it was filmed: the first piece of a stream ended when it arrived at the latest; those that follow tell the
    /// distance by their own clock, which may be slow but cannot be ahead of ours.
    private static Segment next(
            List<Segment> last, StreamId stream, int n, MediaSegment piece, int bytes, Instant now) {
        Instant latest = now.minusMillis(piece.durationMillis());
        if (last.isEmpty())
            return new Segment(0, stream, n, 0, piece.startMillis(), piece.durationMillis(), latest, bytes);
        Segment before = last.getFirst();
        boolean same = before.stream().equals(stream);
        if (same && piece.startMillis() < before.startMillis()) throw Mp4Box.broken("time-runs-back", 0);
        Instant told = same ? before.beginsAt().plusMillis(piece.startMillis() - before.startMillis()) : latest;
        return new Segment(
                before.position() + 1,
                stream,
                n,
                before.discontinuity() + (same ? 0 : 1),
                piece.startMillis(),
                piece.durationMillis(),
                told.isAfter(latest) ? latest : told,
                bytes);
    }

    static Show live(Show show) {
        if (!show.isLive()) throw new RuleBroken(VideoRule.VIDEO_SHOW_NOT_LIVE);
        return show;
    }
}
