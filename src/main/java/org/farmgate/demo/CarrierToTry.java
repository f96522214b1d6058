package org.farmgate.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.farmgate.logistics.parcels.carrier.CarrierEvent;
import org.farmgate.logistics.parcels.carrier.OutsideCarrierId;
import org.farmgate.logistics.parcels.carrier.OutsideCarriers;
import org.farmgate.logistics.parcels.carrier.StandInCarrier;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.web.DemoNotice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// In the demo county, on one's own machine alone, an outside carrier answers: a small program beside ours that takes
/// parcels, tells by signed requests how they travel, and carries nothing.
@Component
class CarrierToTry {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierToTry.class);
    private static final String NAME = "大路速运 · Great Road Express";
    private static final Duration PACE = Duration.ofSeconds(20);
    private static final List<CarrierEvent.Kind> COURSE = List.of(
            CarrierEvent.Kind.PICKED_UP,
            CarrierEvent.Kind.UNDER_WAY,
            CarrierEvent.Kind.OUT_FOR_DELIVERY,
            CarrierEvent.Kind.DELIVERED);
    private static final List<String> PLACES = List.of("哈密 Hami", "兰州 Lanzhou", "", "");

    private final OutsideCarriers carriers;
    private final DemoStore store;
    private final Actors actors;
    private final DemoNotice demo;
    private final Clock clock;
    private @Nullable StandInCarrier open;
    private @Nullable ScheduledExecutorService pace;

    CarrierToTry(OutsideCarriers carriers, DemoStore store, Actors actors, DemoNotice demo, Clock clock) {
        this.carriers = carriers;
        this.store = store;
        this.actors = actors;
        this.demo = demo;
        this.clock = clock;
    }

    /// Its address and secret are new at each start.
    @EventListener
    void start(ApplicationReadyEvent ready) {
        Optional<Actor> operator = demo.isShown() ? operator() : Optional.empty();
        Optional<Integer> port = port(ready.getApplicationContext());
        if (operator.isEmpty() || port.isEmpty()) return;
        StandInCarrier carrier = StandInCarrier.open(clock);
        open = carrier;
        OutsideCarrierId id = Named.outsideCarrier("great-road");
        String secret = carriers.register(operator.get(), id, NAME, carrier.address())
                .secret()
                .orElseGet(() -> carriers.renew(operator.get(), id, carrier.address()));
        carrier.settle(secret, URI.create("http://127.0.0.1:" + port.get() + "/api/v1/carriers/" + id + "/events"));
        ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("carrier-to-try").factory());
        pace = steps;
        carrier.onShipment((number, _) -> travel(carrier, steps, number));
    }

    private Optional<Actor> operator() {
        return store.signIns().stream()
                .filter(one -> one.duty().equals(DemoLoading.ADMINISTRATOR))
                .findFirst()
                .map(one -> actors.of(one.account(), one.person(), Optional.empty()));
    }

    private void travel(StandInCarrier carrier, ScheduledExecutorService steps, String number) {
        for (int step = 0; step < COURSE.size(); step++) {
            int at = step;
            steps.schedule(() -> tell(carrier, number, at), PACE.toSeconds() * (step + 1), TimeUnit.SECONDS);
        }
    }

    private void tell(StandInCarrier carrier, String number, int step) {
        try {
            carrier.tell(number + "-" + step, number, COURSE.get(step), PLACES.get(step), clock.instant());
        } catch (RuntimeException gone) {
            LOG.info("The carrier to try could not tell of {}: {}", number, gone.toString());
        }
    }

    private static Optional<Integer> port(ApplicationContext context) {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? Optional.of(web.getWebServer().getPort())
                : Optional.empty();
    }

    @EventListener
    void stop(ContextClosedEvent closed) {
        if (pace != null) pace.shutdownNow();
        if (open != null) open.close();
    }
}
