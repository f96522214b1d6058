package org.farmgate.platform.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the person at the terminal where to go. It speaks on standard output, not in the log, because it is meant
/// for them alone; others who have something to say there (the demo county names its sign-ins) come after it.
@Component
class StartNotice {
    private final String address;
    private final Path data;

    StartNotice(@Value("${farmgate.address}") String address, @Value("${farmgate.data}") String data) {
        this.address = address;
        this.data = Path.of(data).toAbsolutePath().normalize();
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void ready(ApplicationReadyEvent event) throws UnknownHostException {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            double seconds =
                    event.getTimeTaken() == null ? 0 : event.getTimeTaken().toMillis() / 1000.0;
            System.out.printf("""

                      Farmgate is ready after %.1f s.
                      Open     http://%s:%d
                      Data in  %s
                      Stop by  Ctrl-C

                    """, seconds, host(), context.getWebServer().getPort(), data);
        }
    }

    private String host() throws UnknownHostException {
        InetAddress listening = InetAddress.getByName(address);
        String shown =
                listening.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostAddress() : address;
        return shown.contains(":") ? "[" + shown + "]" : shown;
    }
}
