package org.farmgate.live.audience;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.farmgate.live.ShowId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The streams that are open at this process.
@Component
@EnableConfigurationProperties(AudienceSettings.class)
public class Streams {
    private final Lookout lookout;
    private final AudienceSettings settings;
    private final Map<ShowId, Stage> stages = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closing;
    private volatile Runnable opened = () -> {};

    Streams(Lookout lookout, AudienceSettings settings) {
        this.lookout = lookout;
        this.settings = settings;
    }

    /// Opens a stream, which goes on after this returns; nothing waits for it. Where there is no room the answer is 503
    /// (or 429 for an address that has too many), where the show is over 204, by which browsers stop asking.
    ///
    /// Refuses by [NotFound].
    public void open(ShowId show, Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (closing || open.get() >= settings.mostStreams()) {
            response.setHeader("Retry-After", "10");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (visitor.hasAddress() && ofAddress.getOrDefault(visitor.address(), 0) >= settings.streamsPerAddress()) {
            response.setHeader("Retry-After", "60");
            response.setStatus(429);
            return;
        }
        Stage stage = ready(show);
        if (stage.isOver()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        // The body has no end but that of the connection; `upgrade` is the servlets' way to get hold of that.
        response.setHeader("Connection", "close");
        StreamUpgrade upgrade = upgrade(request);
        response.setStatus(HttpServletResponse.SC_OK);
        upgrade.begin(connection -> begin(stage, visitor, connection, upgrade));
        response.flushBuffer();
        opened.run();
    }

    private static StreamUpgrade upgrade(HttpServletRequest request) throws IOException {
        try {
            return request.upgrade(StreamUpgrade.class);
        } catch (ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void begin(Stage stage, Visitor visitor, WebConnection connection, StreamUpgrade upgrade) {
        try {
            join(stage, visitor, connection, upgrade);
        } catch (IOException | RuntimeException gone) {
            try {
                connection.close();
            } catch (Exception closed) {
                // It is.
            }
        }
    }

    private void join(Stage found, Visitor visitor, WebConnection connection, StreamUpgrade upgrade)
            throws IOException {
        ServletOutputStream out = connection.getOutputStream();
        ServletInputStream in = connection.getInputStream();
        Stage stage = found;
        while (true) {
            Stage of = stage;
            var watcher = new Watcher(of, connection, out, visitor, one -> leave(of, one));
            of.watchers.add(watcher);
            // It may have been put away just now, because nobody watched.
            if (stages.get(of.show) == of) {
                open.incrementAndGet();
                if (visitor.hasAddress()) ofAddress.merge(visitor.address(), 1, Integer::sum);
                upgrade.over(watcher::end);
                in.setReadListener(watcher.hangingUp(in));
                out.setWriteListener(watcher);
                if (closing) watcher.end();
                return;
            }
            stage = ready(of.show);
        }
    }

    private void leave(Stage stage, Watcher watcher) {
        if (!stage.watchers.remove(watcher)) return;
        open.decrementAndGet();
        if (watcher.hasAddress())
            ofAddress.computeIfPresent(watcher.address(), (_, many) -> many <= 1 ? null : many - 1);
    }

    /// The stage with its first scene; several who come at once wait for the one who reads it.
    private Stage ready(ShowId show) {
        Stage stage = stages.computeIfAbsent(show, Stage::new);
        if (stage.isReady()) return stage;
        synchronized (stage) {
            if (stage.isReady()) return stage;
            try {
                lookout.load(stage);
            } catch (RuntimeException failed) {
                stages.remove(show, stage);
                throw failed;
            }
            stage.isReady(true);
            return stage;
        }
    }

    Collection<Stage> stages() {
        return stages.values();
    }

    @org.jspecify.annotations.Nullable
    Stage find(ShowId show) {
        return stages.get(show);
    }

    /// True when it is gone, because nobody watches.
    boolean putAway(Stage stage) {
        return stages.computeIfPresent(
                        stage.show, (_, there) -> there == stage && stage.watchers.isEmpty() ? null : there)
                != stage;
    }

    /// How many are open at this process.
    public int size() {
        return open.get();
    }

    /// @param run told whenever one is opened
    void whenOpened(Runnable run) {
        opened = run;
    }

    /// Streams are opened, also after [#close].
    void reopen() {
        closing = false;
    }

    /// All end, and no other is opened.
    void close() {
        closing = true;
        stages.values().forEach(stage -> stage.watchers.forEach(Watcher::end));
    }
}
