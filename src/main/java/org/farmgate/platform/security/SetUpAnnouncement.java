package org.farmgate.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Prints the set-up link of an empty installation where whoever started it sees it: on the terminal, not in a
/// log that others read.
@Component
class SetUpAnnouncement {
    private final SetUp setUp;
    private final Environment environment;
    private final boolean demo;

    SetUpAnnouncement(SetUp setUp, Environment environment, @Value("${farmgate.demo:false}") boolean demo) {
        this.setUp = setUp;
        this.environment = environment;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String port = environment.getProperty("local.server.port");
        if (demo || port == null) return;
        String host = environment.getProperty("server.address", "127.0.0.1");
        setUp.offer().ifPresent(secret -> System.out.println("""

                Nobody can sign in yet. Open this link within 24 hours; it works once:
                http://%s:%s/set-up?token=%s
                """.formatted(host, port, secret.text())));
    }
}
