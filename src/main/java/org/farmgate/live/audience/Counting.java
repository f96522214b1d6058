package org.farmgate.live.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.platform.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts who watches here, tells the other processes by a row, and shows the sum. Called once a second by one thread.
@Component
class Counting {
    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final long REFRESH_NANOS = 10_000_000_000L;
    private static final int MOST_REMEMBERED = 200_000;

    private final AudienceStore store;
    private final Wording wording;
    private final AudienceSettings settings;
    private final Clock clock;
    private final UUID process = Id.next();
    private final Map<ShowId, Integer> written = new HashMap<>();
    private final Map<ShowId, Integer> minuteWritten = new HashMap<>();
    private Instant minute = Instant.EPOCH;
    private long refreshedNanos = System.nanoTime();

    Counting(AudienceStore store, Wording wording, AudienceSettings settings, Clock clock) {
        this.store = store;
        this.wording = wording;
        this.settings = settings;
        this.clock = clock;
    }

    void count(Collection<Stage> stages) {
        Map<ShowId, Integer> changed = new HashMap<>();
        boolean refresh = System.nanoTime() - refreshedNanos > REFRESH_NANOS;
        for (Stage stage : stages) {
            Collection<ViewerKey> counted = stage.counted(settings.countedPerAddress());
            Integer before = written.put(stage.show, counted.size());
            if (refresh || before == null || before != counted.size()) changed.put(stage.show, counted.size());
            if (isLive(stage)) record(stage, counted);
        }
        if (refresh) refreshedNanos = System.nanoTime();
        if (!changed.isEmpty()) store.present(process, changed);
        if (stages.isEmpty()) return;
        Map<ShowId, Integer> sums =
                store.sums(stages.stream().map(one -> one.show).toList());
        for (Stage stage : stages) {
            Frame frame = wording.viewers(sums.getOrDefault(stage.show, 0));
            stage.change(scene -> frame.tellsAs(scene.viewers()) ? scene : scene.withViewers(frame));
        }
        keepMinute(stages, sums);
    }

    private static boolean isLive(Stage stage) {
        synchronized (stage) {
            return stage.state != null && stage.state.isLive();
        }
    }

    private void record(Stage stage, Collection<ViewerKey> counted) {
        Set<ViewerId> fresh = new HashSet<>();
        for (ViewerKey one : counted)
            one.id().filter(id -> !stage.recorded.contains(id)).ifPresent(fresh::add);
        if (fresh.isEmpty()) return;
        store.watched(stage.show, fresh, clock.instant());
        if (stage.recorded.size() > MOST_REMEMBERED) stage.recorded.clear();
        stage.recorded.addAll(fresh);
    }

    private void keepMinute(Collection<Stage> stages, Map<ShowId, Integer> sums) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) minuteWritten.clear();
        minute = now;
        Map<ShowId, Integer> greater = new HashMap<>();
        for (Stage stage : stages) {
            int viewers = sums.getOrDefault(stage.show, 0);
            if (isLive(stage) && viewers > minuteWritten.getOrDefault(stage.show, 0)) greater.put(stage.show, viewers);
        }
        if (greater.isEmpty()) return;
        store.minute(greater, now);
        minuteWritten.putAll(greater);
    }

    /// Nobody watches it here any more.
    void forget(Stage stage) {
        written.remove(stage.show);
        minuteWritten.remove(stage.show);
    }

    /// This process ends: what it counted counts no more.
    void leave() {
        try {
            store.leave(process);
        } catch (RuntimeException unreachable) {
            LOG.info("The count of viewers here could not be taken back; it counts for half a minute more.");
        }
    }
}
