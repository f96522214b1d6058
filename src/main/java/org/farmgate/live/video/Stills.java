package org.farmgate.live.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.blobs.Blob;
import org.farmgate.platform.blobs.BlobStore;
import org.springframework.stereotype.Service;

/// What the camera saw last, every few seconds: for viewers whose line carries no video. Only the
/// newest is kept; when the show is over it stands for it in lists.
@Service
public class Stills {
    public static final int GREATEST_BYTES = 200 * 1024;
    private static final int LEAST_SIDE = 16;
    private static final int GREATEST_SIDE = 2_000;
    private static final String FOLDER = "stills";

    private final Shows shows;
    private final StillStore store;
    private final RecordingStore recordings;
    private final BlobStore blobs;
    private final Clock clock;

    Stills(Shows shows, StillStore store, RecordingStore recordings, BlobStore blobs, Clock clock) {
        this.shows = shows;
        this.store = store;
        this.recordings = recordings;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Refuses by [NotFound], VIDEO_SHOW_NOT_LIVE, VIDEO_TOO_LARGE, VIDEO_NOT_A_STILL.
    public void put(Actor actor, ShowId id, byte[] jpeg) {
        put(Streams.live(shows.hosting(actor, id)), jpeg);
    }

    void put(Show show, byte[] jpeg) {
        check(jpeg);
        Blob blob = blobs.save(FOLDER, new ByteArrayInputStream(jpeg), GREATEST_BYTES);
        Optional<String> before = store.find(show.id()).map(Still::key);
        store.put(show.id(), blob.key(), clock.instant());
        before.ifPresent(blobs::delete);
    }

    /// @param takenAt by which a browser asks whether there is a newer one
    public record Still(String key, Instant takenAt) {}

    /// Refuses by [NotFound].
    public Still get(ShowId id) {
        if (recordings.isDeleted(id)) throw new NotFound("page", id);
        return store.find(id).orElseThrow(() -> new NotFound("page", id));
    }

    /// Refuses by [NotFound], where another has taken its place meanwhile.
    public byte[] read(Still still) {
        try (InputStream content = blobs.open(still.key())) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// By its first bytes and its header alone; it is not drawn.
    private static void check(byte[] jpeg) {
        if (jpeg.length > GREATEST_BYTES) throw new RuleBroken(VideoRule.VIDEO_TOO_LARGE, GREATEST_BYTES);
        if (jpeg.length < 16 || (jpeg[0] & 0xFF) != 0xFF || (jpeg[1] & 0xFF) != 0xD8 || (jpeg[2] & 0xFF) != 0xFF)
            throw new RuleBroken(VideoRule.VIDEO_NOT_A_STILL);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > GREATEST_SIDE)
                throw new RuleBroken(VideoRule.VIDEO_NOT_A_STILL);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new RuleBroken(VideoRule.VIDEO_NOT_A_STILL);
        } finally {
            reader.dispose();
        }
    }
}
