package org.farmgate.live.audience;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.live.ShowId;
import org.farmgate.live.ViewerId;
import org.farmgate.live.chat.ChatId;
import org.junit.jupiter.api.Test;

/// A stream whose line is full, broken or free, as the test says.
class WatcherTests {
    private static final long SECOND = 1_000_000_000L;

    private final Line line = new Line();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final ViewerId viewer = ViewerId.next();
    private final Stage stage = new Stage(ShowId.next());
    private final Watcher watcher = new Watcher(
            stage,
            completed::incrementAndGet,
            line,
            new Visitor(Optional.of(viewer), "203.0.113.1", true, Locale.ENGLISH, false),
            _ -> left.incrementAndGet());

    WatcherTests() {
        stage.change(scene -> scene.withViewers(Frame.same("viewers", "{\"now\":0}")));
    }

    @Test
    void whoseLineIsFullGetsTheNewestWhenItIsFreeAndNothingInBetween() throws IOException {
        watcher.onWritePossible();
        line.taken();
        line.free = false;
        for (int n = 1; n <= 50; n++) show(n);
        assertThat(line.taken()).isEmpty();
        line.free = true;
        watcher.onWritePossible();
        assertThat(line.taken()).isEqualTo("event: viewers\ndata: {\"now\":50}\n\n");
    }

    @Test
    void nothingIsSentTwice() throws IOException {
        watcher.onWritePossible();
        show(1);
        assertThat(line.taken()).contains("\"now\":1");
        watcher.push();
        watcher.onWritePossible();
        assertThat(line.taken()).isEmpty();
    }

    @Test
    void nothingIsSentBeforeTheContainerIsReady() {
        show(1);
        assertThat(line.taken()).isEmpty();
    }

    @Test
    void whoMissedMoreLinesThanAreKeptGetsTheLast() throws IOException {
        watcher.onWritePossible();
        line.taken();
        for (int n = 0; n < 300; n++) {
            var said = new Talk.Line(ChatId.next(), Frame.same("chat", "{\"n\":" + n + "}"));
            stage.change(scene -> scene.withTalk(scene.talk().with(said), scene.deskTalk()));
        }
        watcher.push();
        String sent = line.taken();
        assertThat(sent).doesNotContain("{\"n\":199}").contains("{\"n\":200}", "{\"n\":299}");
        assertThat(stage.now().scene().talk().lines()).hasSize(50);
    }

    @Test
    void whoNeverReadsIsSentAwayAndOthersAreHeldByNobody() throws IOException {
        watcher.onWritePossible();
        line.free = false;
        show(1);
        long now = System.nanoTime();
        watcher.look(now + 29 * SECOND, 15 * SECOND, 30 * SECOND);
        assertThat(completed).hasValue(0);
        watcher.look(now + 31 * SECOND, 15 * SECOND, 30 * SECOND);
        watcher.look(now + 32 * SECOND, 15 * SECOND, 30 * SECOND);
        assertThat(completed).hasValue(1);
        assertThat(left).hasValue(1);
    }

    @Test
    void silenceIsBroken() throws IOException {
        watcher.onWritePossible();
        line.taken();
        watcher.look(System.nanoTime() + 10 * SECOND, 15 * SECOND, 30 * SECOND);
        assertThat(line.taken()).isEmpty();
        watcher.look(System.nanoTime() + 16 * SECOND, 15 * SECOND, 30 * SECOND);
        assertThat(line.taken()).isEqualTo(":\n\n");
    }

    @Test
    void aBrokenLineEndsIt() throws IOException {
        watcher.onWritePossible();
        line.broken = true;
        show(1);
        show(2);
        assertThat(completed).hasValue(1);
        assertThat(left).hasValue(1);
    }

    @Test
    void onlyWhoIsMutedIsTold() throws IOException {
        watcher.onWritePossible();
        line.taken();
        stage.muted(Set.of(ViewerId.next()));
        watcher.push();
        assertThat(line.taken()).isEmpty();
        stage.muted(Set.of(viewer));
        watcher.push();
        assertThat(line.taken()).contains("event: muted", "true");
        stage.muted(Set.of());
        watcher.push();
        assertThat(line.taken()).contains("event: muted", "false");
    }

    private void show(int viewers) {
        Frame frame = Frame.same("viewers", "{\"now\":" + viewers + "}");
        stage.change(scene -> scene.withViewers(frame));
        watcher.push();
    }

    private static final class Line extends ServletOutputStream {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private boolean free = true;
        private boolean broken;

        String taken() {
            String all = sent.toString(StandardCharsets.UTF_8);
            sent.reset();
            return all;
        }

        @Override
        public boolean isReady() {
            return free;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int one) throws IOException {
            if (broken) throw new IOException("reset by peer");
            sent.write(one);
        }
    }
}
