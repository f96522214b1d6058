package org.farmgate.live.audience;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowItem;
import org.farmgate.live.ShowTopic;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.ChatId;
import org.farmgate.live.chat.ChatMessage;
import org.jspecify.annotations.Nullable;

/// A show as this process tells it: the scene of now and those who watch. What was read to make the scene belongs to
/// whoever holds the stage's lock.
final class Stage {
    private static final int EVERYTHING = (1 << ShowTopic.values().length) - 1;
    private static final int MOST_REMEMBERED = 1_000;

    final ShowId show;
    final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger stale = new AtomicInteger();
    private volatile Moment now = new Moment(Scene.EMPTY);
    private volatile Set<ViewerId> muted = Set.of();
    private volatile boolean ready;

    // Below: under the lock of the stage.
    @Nullable
    Show state;

    List<ShowItem> items = List.of();
    /// What the pin that was told last was made of.
    List<Object> pinTold = List.of();
    /// Messages that were told, and whether they are gone by now.
    final Map<ChatId, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ChatId, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    final Set<ChatId> answered = new HashSet<>();
    /// Said, but not to be shown yet.
    final TreeSet<ChatMessage> waiting = new TreeSet<>(java.util.Comparator.comparing(ChatMessage::shownAt)
            .thenComparing(one -> one.id().value()));

    // Of the writing thread alone.
    private @Nullable Moment written;

    // Below: of the reading thread alone.
    final Set<ViewerId> recorded = new HashSet<>();
    long emptySinceNanos;
    long overSinceNanos;

    Stage(ShowId show) {
        this.show = show;
    }

    Moment now() {
        return now;
    }

    boolean isReady() {
        return ready;
    }

    void isReady(boolean now) {
        ready = now;
    }

    /// Answers whether there is another scene now.
    synchronized boolean change(UnaryOperator<Scene> to) {
        Scene before = now.scene();
        Scene after = to.apply(before);
        if (after == before) return false;
        now = new Moment(after);
        return true;
    }

    Set<ViewerId> muted() {
        return muted;
    }

    synchronized void muted(Set<ViewerId> now) {
        muted = now;
        this.now = new Moment(this.now.scene());
    }

    synchronized boolean isOver() {
        return state != null && state.state().isOver();
    }

    /// Whether there is something new to write; asked by the writing thread alone, once.
    boolean takeNews() {
        Moment latest = now;
        boolean other = latest != written;
        written = latest;
        return other;
    }

    /// Something about it is new, or may be.
    void stale(ShowTopic topic) {
        stale.accumulateAndGet(1 << topic.ordinal(), (now, bit) -> now | bit);
    }

    void allStale() {
        stale.set(EVERYTHING);
    }

    boolean isStale() {
        return stale.get() != 0;
    }

    /// What is to be read again; asked once.
    Set<ShowTopic> takeStale() {
        int bits = stale.getAndSet(0);
        Set<ShowTopic> topics = java.util.EnumSet.noneOf(ShowTopic.class);
        for (ShowTopic topic : ShowTopic.values()) if ((bits & 1 << topic.ordinal()) != 0) topics.add(topic);
        return topics;
    }

    /// When the next line that waits is due.
    synchronized Optional<Instant> nextDue() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.first().shownAt());
    }

    /// Each browser once, and of one address so many at most; whoever has no cookie counts as their address. Whoever
    /// leads the show does not count.
    Collection<ViewerKey> counted(int mostPerAddress) {
        Set<ViewerKey> seen = new HashSet<>();
        Map<String, Integer> ofAddress = new HashMap<>();
        for (Watcher one : watchers) {
            if (one.isDesk() || seen.contains(one.key())) continue;
            if (one.hasAddress() && ofAddress.merge(one.address(), 1, Integer::sum) > mostPerAddress) continue;
            seen.add(one.key());
        }
        return seen;
    }
}
