package org.farmgate.live.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.live.video.FeedStore.Feed;
import org.farmgate.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches from the media server what hosts send to it: the same pieces as a browser's, which are then listed, watched,
/// kept and deleted like those.
@Component
class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final int MOST = 50;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private final Shows shows;
    private final FeedStore store;
    private final StreamStore streams;
    private final Streams intake;
    private final Stills stills;
    private final MediaServer server;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    /// Which number was tried last, so that what was refused is not fetched again and again.
    private final Cache<Tried, Integer> tried =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(2)).build();

    private final Cache<StreamId, Boolean> looked =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();

    Feeds(
            Shows shows,
            FeedStore store,
            StreamStore streams,
            Streams intake,
            Stills stills,
            MediaServer server,
            Clock clock) {
        this.shows = shows;
        this.store = store;
        this.streams = streams;
        this.intake = intake;
        this.stills = stills;
        this.server = server;
        this.clock = clock;
    }

    private record Tried(StreamId stream, Rendition rendition) {}

    /// Every moment, for a turn; at once back where nobody sends.
    void fetchForAWhile() {
        if (!server.isThere()) return;
        Instant end = clock.instant().plus(TURN);
        while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted() && fetch())
            LockSupport.parkNanos(PAUSE.toNanos());
    }

    /// Once. False where nobody sends.
    boolean fetch() {
        turn.lock();
        try {
            List<Feed> feeds = store.all(MOST);
            try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                feeds.forEach(feed -> all.execute(() -> fetch(feed)));
            }
            return !feeds.isEmpty();
        } finally {
            turn.unlock();
        }
    }

    private void fetch(Feed feed) {
        Show show = shows.get(feed.show());
        boolean done = feed.until()
                .filter(until -> until.plus(AFTERWARDS).isBefore(clock.instant()))
                .isPresent();
        if (!show.isLive() || done) {
            store.end(feed.show(), feed.stream());
            return;
        }
        Optional<String> trouble = Optional.empty();
        for (Rendition rendition : Rendition.values()) {
            Optional<String> one = fetch(show, feed.stream(), rendition);
            trouble = trouble.or(() -> one);
        }
        if (!trouble.equals(feed.trouble())) store.trouble(feed.show(), trouble);
        fetchStill(show, feed.stream());
    }

    /// Every few seconds, where the media server makes one.
    private void fetchStill(Show show, StreamId id) {
        if (looked.asMap().putIfAbsent(id, true) != null) return;
        try {
            server.still(id).ifPresent(jpeg -> stills.put(show, jpeg));
        } catch (RuleBroken | IOException missed) {
            LOG.debug("No still for show {}: {}", show.id(), missed.toString());
        }
    }

    /// Answers the code of the rule by which something was refused.
    private Optional<String> fetch(Show show, StreamId id, Rendition rendition) {
        Optional<String> trouble = Optional.empty();
        try {
            Optional<MediaServer.Listing> listing = server.listing(id, rendition);
            if (listing.isEmpty()) return trouble;
            Optional<Stream> there = streams.find(show.id(), id, rendition);
            if (there.isEmpty()) intake.open(show, id, rendition, server.init(id, listing.get()), Optional.empty());
            int next = there.map(Stream::nextN).orElse(0);
            Integer last = tried.getIfPresent(new Tried(id, rendition));
            for (MediaServer.Piece piece : listing.get().pieces()) {
                if (piece.n() < next || last != null && piece.n() <= last) continue;
                byte[] data = server.piece(id, piece);
                try {
                    intake.append(show, id, rendition, piece.n(), data, true);
                } catch (RuleBroken refused) {
                    trouble = Optional.of(refused.rule().code());
                }
                tried.put(new Tried(id, rendition), piece.n());
            }
        } catch (RuleBroken refused) {
            return Optional.of(refused.rule().code());
        } catch (IOException unreachable) {
            LOG.warn("The media server did not answer for show {}: {}", show.id(), unreachable.toString());
        }
        return trouble;
    }
}
