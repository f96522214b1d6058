package org.farmgate.live.audience;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a connection over from the web server once the head of the answer is sent: what follows is bytes until one of
/// both hangs up. The server then gives its request, response and their buffers to others: a stream holds far less
/// memory than an asynchronous request (docs/adr/0013). Made by the server, by its class.
public final class StreamUpgrade implements HttpUpgradeHandler {
    private @Nullable Consumer<WebConnection> begin;
    private volatile @Nullable Runnable over;

    void begin(Consumer<WebConnection> told) {
        begin = told;
    }

    void over(Runnable told) {
        over = told;
    }

    @Override
    public void init(WebConnection connection) {
        if (begin != null) begin.accept(connection);
    }

    @Override
    public void destroy() {
        Runnable told = over;
        if (told != null) told.run();
    }
}
