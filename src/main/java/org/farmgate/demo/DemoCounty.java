package org.farmgate.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StopWatch;

/// At each start: loads the demo county where it is wanted and nothing is there yet, and opens or closes its
/// sign-ins.
@Component
class DemoCounty implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCounty.class);

    private final DemoLoading loading;
    private final DemoPeople people;
    private final boolean wanted;
    private final String address;

    DemoCounty(
            DemoLoading loading,
            DemoPeople people,
            @Value("${farmgate.demo:false}") boolean wanted,
            @Value("${server.address:}") String address) {
        this.loading = loading;
        this.people = people;
        this.wanted = wanted;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            var watch = new StopWatch();
            watch.start();
            boolean loaded = loading.loadIfEmpty();
            watch.stop();
            if (loaded)
                LOG.info(
                        "Demo county loaded in {} ms.",
                        Duration.ofNanos(watch.getTotalTimeNanos()).toMillis());
        }
        people.settle(wanted && listensOnLoopback());
    }

    /// After the address, on standard output: for whoever started it, not for a log that others read.
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (people.all().isEmpty()) return;
        String names = people.all().stream()
                .map(who -> "    %-10s %s".formatted(who.username(), who.personName()))
                .collect(Collectors.joining("\n"));
        System.out.printf(
                "  The demo county is loaded; names of people and firms in it are invented.%n"
                        + "  Sign in as one of these, with the password %s%n%s%n%n",
                people.password(), names);
    }

    private boolean listensOnLoopback() {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
