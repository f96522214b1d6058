package org.farmgate.live.video;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// For hosts who film with other tools: a key by which a media server may send for one show while
/// it is on air. It is shown once; we keep its hash.
@Service
@Transactional
public class StreamKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    private final Shows shows;
    private final FeedStore store;
    private final Audit audit;
    private final Clock clock;
    private final String address;

    StreamKeys(
            Shows shows,
            FeedStore store,
            Audit audit,
            Clock clock,
            @Value("${farmgate.live.rtmp.address:}") String address) {
        this.shows = shows;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.address = address;
    }

    /// Where the tools send to, such as `rtmp://media.example.org/live`; empty where there is no media server.
    public Optional<String> address() {
        return Optional.of(address).filter(some -> !some.isBlank());
    }

    /// A new key, in the words that the tools ask for; the one before it is void. Refuses by
    /// [NotFound], for a show that is over too.
    public String make(Actor actor, ShowId id) {
        Show show = shows.hosting(actor, id);
        if (show.state().isOver()) throw new NotFound("show", id);
        byte[] bits = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        store.putKey(id, hash(secret), actor.person(), clock.instant());
        audit.record(actor, "show.stream-key-made", "show", id, Map.of("title", show.title()));
        return id + "?key=" + secret;
    }

    /// A media server asks whether it may send. The stream that it begins, under whose name its pieces are fetched.
    ///
    /// Refuses by VIDEO_KEY_REFUSED (an unknown show too), VIDEO_SHOW_NOT_LIVE.
    public StreamId begin(String show, String key) {
        ShowId id = known(show, key);
        Streams.live(shows.get(id));
        StreamId stream = StreamId.next();
        store.begin(id, stream, clock.instant());
        return stream;
    }

    /// It has stopped. Refuses by VIDEO_KEY_REFUSED.
    public void end(String show, String key) {
        store.stop(known(show, key), clock.instant());
    }

    /// Whether something is being sent now; and the code of the rule that refused the last piece.
    public Optional<Sending> sending(ShowId id) {
        return store.find(id).filter(feed -> feed.until().isEmpty()).map(feed -> new Sending(feed.trouble()));
    }

    /// @param trouble a rule's code
    public record Sending(Optional<String> trouble) {}

    private ShowId known(String show, String key) {
        ShowId id;
        try {
            id = ShowId.of(show);
        } catch (IllegalArgumentException _) {
            throw new RuleBroken(VideoRule.VIDEO_KEY_REFUSED);
        }
        byte[] wanted = store.key(id).orElseThrow(() -> new RuleBroken(VideoRule.VIDEO_KEY_REFUSED));
        if (!MessageDigest.isEqual(wanted, hash(key))) throw new RuleBroken(VideoRule.VIDEO_KEY_REFUSED);
        return id;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
