package org.farmgate.logistics.parcels.carrier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What carriers tell of the parcels we gave them. Each event counts once, in one transaction with what it does to
/// the parcel; sent again it is answered the same.
@Service
public class CarrierEvents {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final CarrierBookingStore store;
    private final CarrierEffects effects;
    private final Parcels parcels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarrierEvents(
            CarrierBookingStore store,
            CarrierEffects effects,
            Parcels parcels,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.effects = effects;
        this.parcels = parcels;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// In the order they were sent; each stands or falls alone. Refuses one by CARRIER_NUMBER_UNKNOWN,
    /// CARRIER_EVENT_TIME_OUT_OF_REACH, CARRIER_EVENT_DIFFERS or what the parcel refuses it by. Of a booking
    /// that has ended events are kept and do nothing.
    public List<CarrierAnswer> take(OutsideCarrier carrier, List<CarrierEvent> events) {
        List<CarrierAnswer> answers = new ArrayList<>();
        for (CarrierEvent sent : events) {
            CarrierEvent event = new CarrierEvent(
                    sent.id(),
                    sent.number(),
                    sent.kind(),
                    sent.place(),
                    sent.at().truncatedTo(ChronoUnit.MICROS));
            try {
                boolean fresh = Objects.requireNonNull(transaction.execute(_ -> take(carrier, event)));
                answers.add(new CarrierAnswer(event.id(), !fresh, Optional.empty()));
            } catch (RuleBroken refused) {
                answers.add(new CarrierAnswer(event.id(), false, Optional.of(refused)));
            }
        }
        return answers;
    }

    /// A time ahead of ours would leave every later scan behind it.
    private void checkTime(CarrierBookingStore.Numbered numbered, Instant at) {
        Instant takenIn = parcels.byIds(List.of(numbered.parcel())).getFirst().takenIn();
        Instant earliest = takenIn.minus(CLOCKS_DIFFER);
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        if (at.isBefore(earliest) || at.isAfter(latest))
            throw new RuleBroken(CarrierRule.CARRIER_EVENT_TIME_OUT_OF_REACH, earliest, latest);
    }

    private boolean take(OutsideCarrier carrier, CarrierEvent event) {
        CarrierBookingStore.Numbered numbered = store.byNumber(carrier.id(), event.number())
                .orElseThrow(() -> new RuleBroken(CarrierRule.CARRIER_NUMBER_UNKNOWN, event.number()));
        checkTime(numbered, event.at());
        if (!store.hear(carrier.id(), event, clock.instant())) {
            boolean same =
                    store.heard(carrier.id(), event.id()).filter(event::equals).isPresent();
            if (!same) throw new RuleBroken(CarrierRule.CARRIER_EVENT_DIFFERS, event.id());
            return false;
        }
        CarrierBooking booking =
                store.lock(numbered.origin(), numbered.booking()).orElseThrow();
        if (booking.state() != CarrierBooking.State.BOOKED) return true;
        effects.of(carrier, booking, event);
        if (event.kind().isLast()) store.settle(booking, CarrierBooking.State.ENDED, Optional.empty(), clock.instant());
        return true;
    }
}
