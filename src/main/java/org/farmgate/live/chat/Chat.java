package org.farmgate.live.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.live.Show;
import org.farmgate.live.ShowId;
import org.farmgate.live.ShowNews;
import org.farmgate.live.ShowState;
import org.farmgate.live.ShowTopic;
import org.farmgate.live.Shows;
import org.farmgate.live.ViewerId;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What is said in shows: everybody may speak, guests under a name of their choice; the host keeps order.
@Service
public class Chat {
    /// People gather before it begins.
    public static final Duration BEFORE = Duration.ofMinutes(15);

    private static final int MOST_OF_A_SHOW = 5_000;

    private final ChatStore store;
    private final MuteStore mutes;
    private final ChatLimits limits;
    private final Shows shows;
    private final ShowNews news;
    private final Parties parties;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Chat(
            ChatStore store,
            MuteStore mutes,
            ChatLimits limits,
            Shows shows,
            ShowNews news,
            Parties parties,
            Sealing sealing,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.mutes = mutes;
        this.limits = limits;
        this.shows = shows;
        this.news = news;
        this.parties = parties;
        this.sealing = sealing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Says something; the same id again is once. A flood is refused before it costs the database anything.
    ///
    /// Refuses by [NotFound], CHAT_TOO_FAST, CHAT_SLOW, CHAT_CLOSED, CHAT_MUTED, CHAT_NAME_TAKEN, CHAT_ID_TAKEN.
    public ChatMessage say(Speaker speaker, ShowId id, NewMessage wanted) {
        limits.take(speaker.viewer().value(), speaker.address());
        return Objects.requireNonNull(transaction.execute(_ -> write(speaker, shows.get(id), wanted)));
    }

    private ChatMessage write(Speaker speaker, Show show, NewMessage wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean host = speaker.actor().filter(actor -> Shows.hosts(actor, show)).isPresent();
        if (!isOpen(show, now)) throw new RuleBroken(ChatRule.CHAT_CLOSED);
        Optional<ChatMessage> there = store.find(show.id(), wanted.id());
        if (there.isPresent()) return same(there.get(), speaker, wanted);
        String whence = speaker.known() ? speaker.address() : speaker.viewer().toString();
        UUID mark = sealing.fingerprint(whence, "chat-address");
        if (!host) check(speaker, show, mark, now);
        var message = new ChatMessage(
                show.id(),
                wanted.id(),
                speaker.viewer(),
                speaker.actor().map(Actor::person),
                name(speaker, show, wanted),
                wanted.text(),
                wanted.question(),
                host,
                now,
                host ? now : now.plusSeconds(show.delaySeconds()),
                Optional.empty(),
                Optional.empty());
        if (!store.insert(message, mark)) throw new RuleBroken(ChatRule.CHAT_ID_TAKEN);
        news.tell(show.id(), ShowTopic.CHAT);
        return message;
    }

    private static ChatMessage same(ChatMessage there, Speaker speaker, NewMessage wanted) {
        if (!there.viewer().equals(speaker.viewer()) || !there.text().equals(wanted.text()))
            throw new RuleBroken(ChatRule.CHAT_ID_TAKEN);
        return there;
    }

    private void check(Speaker speaker, Show show, UUID mark, Instant now) {
        Instant came = speaker.viewer().firstCame();
        if (mutes.isMuted(show.id(), speaker, mark, came)) throw new RuleBroken(ChatRule.CHAT_MUTED);
        if (show.slowSeconds() == 0) return;
        store.lastOf(show.id(), speaker.viewer()).ifPresent(last -> {
            Duration left = Duration.between(now, last.plusSeconds(show.slowSeconds()));
            if (left.isPositive()) throw new RuleBroken(ChatRule.CHAT_SLOW, Math.ceilDiv(left.toMillis(), 1000L));
        });
    }

    private String name(Speaker speaker, Show show, NewMessage wanted) {
        if (speaker.actor().isPresent()) return shortened(speaker.actor().get().personName());
        if (wanted.name().isEmpty()) return "";
        String folded = ChatText.folded(wanted.name());
        for (var party : List.of(show.host(), show.organiser()))
            if (ChatText.folded(parties.get(party).name()).equals(folded))
                throw new RuleBroken(ChatRule.CHAT_NAME_TAKEN);
        return wanted.name();
    }

    private static String shortened(String name) {
        String tidy = ChatText.tidy(name);
        return tidy.length() <= 80 ? tidy : tidy.substring(0, 80);
    }

    /// On air, or soon.
    public static boolean isOpen(Show show, Instant now) {
        return show.isLive()
                || (show.state() == ShowState.PLANNED
                        && !now.isBefore(show.startsAt().minus(BEFORE)));
    }

    /// Gone from every screen. Twice is once. For the host. Refuses by [NotFound].
    @Transactional
    public void delete(Actor actor, ShowId id, ChatId message) {
        hosted(actor, id, message);
        if (store.delete(id, message, actor.person(), clock.instant())) news.tell(id, ShowTopic.CHAT);
    }

    /// Whoever wrote that is silent for this show. Twice is once. For the host. Refuses by [NotFound].
    @Transactional
    public void mute(Actor actor, ShowId id, ChatId message) {
        hosted(actor, id, message);
        if (mutes.mute(id, message, actor.person(), clock.instant())) news.tell(id, ShowTopic.CHAT);
    }

    /// They may write again. For the host. Refuses by [NotFound].
    @Transactional
    public void unmute(Actor actor, ShowId id, ChatId message) {
        if (mutes.unmute(id, hosted(actor, id, message))) news.tell(id, ShowTopic.CHAT);
    }

    /// A question that need not be answered any more. For the host. Refuses by [NotFound].
    @Transactional
    public void answered(Actor actor, ShowId id, ChatId message) {
        hosted(actor, id, message);
        if (store.answer(id, message, clock.instant())) news.tell(id, ShowTopic.CHAT);
    }

    private ChatMessage hosted(Actor actor, ShowId id, ChatId message) {
        shows.hosting(actor, id);
        return store.find(id, message).orElseThrow(() -> new NotFound("message", message));
    }

    /// The latest that were written, deleted or answered, the last first, those not shown yet too.
    @Transactional(readOnly = true)
    public List<ChatMessage> changes(ShowId id, int most) {
        return store.changes(id, most);
    }

    /// The last ones that everybody sees, in the order of time.
    @Transactional(readOnly = true)
    public List<ChatMessage> last(ShowId id, int most) {
        return store.last(id, clock.instant(), most);
    }

    /// What a recording shows again, in the order of time; at most the first five thousand.
    @Transactional(readOnly = true)
    public List<ChatMessage> of(ShowId id) {
        return store.all(id, clock.instant(), MOST_OF_A_SHOW);
    }

    /// The browsers that are silent in a show.
    @Transactional(readOnly = true)
    public Set<ViewerId> muted(ShowId id) {
        return mutes.of(id);
    }
}
