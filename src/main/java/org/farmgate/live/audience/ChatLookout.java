package org.farmgate.live.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.Chat;
import org.farmgate.live.chat.ChatMessage;
import org.springframework.stereotype.Component;

/// Reads what is said in a show: the latest changes, which it compares with what was told. Where more is said between
/// two looks than that, the oldest is not shown to those who watch just now; nobody could read it.
@Component
class ChatLookout {
    private static final int LATEST = 200;
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final Chat chat;
    private final Wording wording;
    private final Clock clock;

    ChatLookout(Chat chat, Wording wording, Clock clock) {
        this.chat = chat;
        this.wording = wording;
        this.clock = clock;
    }

    void load(Stage stage) {
        Instant now = clock.instant();
        List<ChatMessage> changes = chat.changes(stage.show, LATEST);
        List<ChatMessage> lines = chat.last(stage.show, Talk.LINES);
        List<Talk.Line> everybodys = new ArrayList<>();
        List<Talk.Line> desks = new ArrayList<>();
        for (ChatMessage one : lines) {
            stage.told.put(one.id(), false);
            everybodys.add(line(one, false));
            desks.add(line(one, true));
        }
        for (ChatMessage one : changes) {
            boolean gone = one.deletedAt().isPresent();
            stage.told.put(one.id(), gone);
            if (one.answeredAt().isPresent()) stage.answered.add(one.id());
            if (!gone && one.shownAt().isAfter(now)) stage.waiting.add(one);
        }
        stage.waiting.forEach(one -> desks.add(line(one, true)));
        stage.change(scene -> scene.withTalk(Talk.of(everybodys), Talk.of(desks)));
        stage.muted(chat.muted(stage.show));
    }

    void again(Stage stage) {
        List<ChatMessage> changes = new ArrayList<>(chat.changes(stage.show, LATEST));
        changes.sort(Comparator.comparing(ChatMessage::writtenAt)
                .thenComparing(one -> one.id().value()));
        Talk everybodys = stage.now().scene().talk();
        Talk desks = stage.now().scene().deskTalk();
        Instant now = clock.instant();
        for (ChatMessage one : changes) {
            boolean gone = one.deletedAt().isPresent();
            Boolean told = stage.told.put(one.id(), gone);
            if (gone && !Boolean.TRUE.equals(told)) {
                stage.waiting.remove(one);
                everybodys = everybodys.without(one.id(), wording.gone(one.id()));
                desks = desks.without(one.id(), wording.gone(one.id()));
            }
            if (!gone && told == null && isNew(one, now)) {
                desks = desks.with(line(one, true));
                stage.waiting.add(one);
            }
            if (one.answeredAt().isPresent() && stage.answered.add(one.id()))
                desks = desks.noting(wording.answered(one.id()));
        }
        Talk of = everybodys;
        Talk at = desks;
        stage.change(scene -> scene.talk() == of && scene.deskTalk() == at ? scene : scene.withTalk(of, at));
        Set<ViewerId> muted = chat.muted(stage.show);
        if (!muted.equals(stage.muted())) stage.muted(muted);
        release(stage);
    }

    /// One that was answered long after it was said is nothing new, though it may be forgotten here.
    private static boolean isNew(ChatMessage one, Instant now) {
        return one.answeredAt().isEmpty() || one.writtenAt().isAfter(now.minus(LONG_AGO));
    }

    /// Lines that waited, and are due.
    void release(Stage stage) {
        synchronized (stage) {
            Instant now = clock.instant();
            Talk everybodys = stage.now().scene().talk();
            while (!stage.waiting.isEmpty() && !stage.waiting.first().shownAt().isAfter(now))
                everybodys = everybodys.with(line(stage.waiting.removeFirst(), false));
            Talk of = everybodys;
            stage.change(scene -> scene.talk() == of ? scene : scene.withTalk(of, scene.deskTalk()));
        }
    }

    private Talk.Line line(ChatMessage message, boolean desk) {
        return new Talk.Line(message.id(), wording.line(message, desk));
    }
}
