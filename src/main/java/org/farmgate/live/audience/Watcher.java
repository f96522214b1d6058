package org.farmgate.live.audience;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// One open stream: where it goes and which scene it saw last. Nothing is queued for it: when its line is full it is
/// left out, and gets the difference to the scene of then once the line is free. The container says so by
/// [#onWritePossible].
final class Watcher implements WriteListener {
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MUTED = "event: muted\ndata: {\"muted\":true}\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNMUTED =
            "event: muted\ndata: {\"muted\":false}\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SOONEST_MS = 1_000;
    private static final int LATEST_MS = 3_000;

    private final Stage stage;
    private final AutoCloseable connection;
    private final ServletOutputStream out;
    private final ViewerKey key;
    private final String address;
    private final byte tongue;
    private final boolean desk;
    private final Consumer<Watcher> left;

    // Under the lock of the watcher.
    private Scene seen = Scene.EMPTY;
    private boolean begun;
    private boolean over;
    private boolean toldMuted;
    private long wroteNanos = System.nanoTime();
    private long fullSinceNanos;

    /// @param visitor who and from where
    /// @param left told once, when it is over
    Watcher(Stage stage, AutoCloseable connection, ServletOutputStream out, Visitor visitor, Consumer<Watcher> left) {
        this.stage = stage;
        this.connection = connection;
        this.out = out;
        this.key = ViewerKey.of(visitor.viewer(), visitor.address());
        this.address = visitor.hasAddress() ? visitor.address() : "";
        this.tongue = (byte) Tongues.of(visitor.locale());
        this.desk = visitor.desk();
        this.left = left;
    }

    ViewerKey key() {
        return key;
    }

    String address() {
        return address;
    }

    boolean hasAddress() {
        return !address.isEmpty();
    }

    boolean isDesk() {
        return desk;
    }

    /// Sends what is new, if there is room on the line.
    synchronized void push() {
        if (!begun || over) return;
        try {
            if (!isFree()) return;
            Moment now = stage.now();
            byte[] news = now.since(seen, tongue, desk);
            seen = now.scene();
            boolean muted = !desk && key.id().filter(stage.muted()::contains).isPresent();
            if (news.length == 0 && muted == toldMuted) return;
            if (news.length > 0) out.write(news);
            if (muted != toldMuted && isFree()) {
                toldMuted = muted;
                out.write(muted ? MUTED : UNMUTED);
            }
            sent();
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    /// Once a second: writes something when it was quiet for so long, and gives up one who does not read.
    synchronized void look(long nanos, long heartbeatNanos, long patienceNanos) {
        if (!begun || over) return;
        if (fullSinceNanos != 0 && nanos - fullSinceNanos > patienceNanos) {
            end();
            return;
        }
        if (nanos - wroteNanos < heartbeatNanos) return;
        try {
            if (!isFree()) return;
            out.write(BEAT);
            sent();
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    private boolean isFree() {
        if (out.isReady()) {
            fullSinceNanos = 0;
            return true;
        }
        if (fullSinceNanos == 0) fullSinceNanos = System.nanoTime();
        return false;
    }

    private void sent() throws IOException {
        if (isFree()) out.flush();
        wroteNanos = System.nanoTime();
    }

    @Override
    public void onWritePossible() throws IOException {
        begin();
        push();
    }

    private synchronized void begin() throws IOException {
        if (begun) return;
        begun = true;
        // Browsers that lost the same process do not come back at the same moment.
        int wait = ThreadLocalRandom.current().nextInt(SOONEST_MS, LATEST_MS);
        if (isFree()) out.write(("retry: " + wait + "\n\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Whoever is sent away comes back by itself, here or to another process.
    void end() {
        synchronized (this) {
            if (over) return;
            over = true;
        }
        left.accept(this);
        try {
            connection.close();
        } catch (Exception closed) {
            // The other side was first.
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    /// Notices at once that the browser hung up. What it may send is thrown away.
    ReadListener hangingUp(ServletInputStream in) {
        return new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                var thrown = new byte[64];
                while (in.isReady()) if (in.read(thrown) < 0) return;
            }

            @Override
            public void onAllDataRead() {
                end();
            }

            @Override
            public void onError(Throwable broken) {
                end();
            }
        };
    }
}
