package org.farmgate.logistics.parcels.carrier;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelPeople;
import org.farmgate.logistics.parcels.ParcelRule;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Parcels given to outside carriers. A booking is noted before the carrier is asked and settled afterwards, and the
/// carrier knows its id: one that died half-way is finished by asking again. No connection to the database is held
/// while a carrier thinks.
@Service
public class CarrierBookings {
    private final CarrierStore carriers;
    private final CarrierBookingStore store;
    private final CarrierLine line;
    private final CarrierGate gate;
    private final Parcels parcels;
    private final Regions regions;
    private final Sites sites;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CarrierBookings(
            CarrierStore carriers,
            CarrierBookingStore store,
            CarrierLine line,
            CarrierGate gate,
            Parcels parcels,
            Regions regions,
            Sites sites,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.carriers = carriers;
        this.store = store;
        this.line = line;
        this.gate = gate;
        this.parcels = parcels;
        this.regions = regions;
        this.sites = sites;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What each open carrier asks for this parcel, all asked at once; one that is silent says so. No names go out.
    /// Needs HANDLE_PARCELS. Refuses by [NotFound], PARCEL_NOT_FOR_A_CARRIER.
    public List<CarrierOffer> rates(Actor actor, ParcelId id) {
        Parcel parcel = forCarrier(parcels.see(actor, id));
        Shipment shipment = shipment(parcel);
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CarrierOffer>> asked = carriers.open().stream()
                    .map(one -> asking.submit(() -> offer(one, shipment)))
                    .toList();
            return asked.stream().map(CarrierBookings::answer).toList();
        }
    }

    private CarrierOffer offer(CarrierStore.Keyed one, Shipment shipment) {
        try {
            return new CarrierOffer(
                    one.carrier(), line.rates(one.carrier(), gate.secret(one), shipment), Optional.empty());
        } catch (RuleBroken refused) {
            return new CarrierOffer(one.carrier(), List.of(), Optional.of(refused));
        }
    }

    private static CarrierOffer answer(Future<CarrierOffer> asked) {
        try {
            return asked.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /// Gives a parcel to a carrier for the price that was shown; the same id again is the same booking. Needs
    /// HANDLE_PARCELS. Refuses by [NotFound], PARCEL_NOT_FOR_A_CARRIER, PARCEL_BOOKED_ALREADY,
    /// OUTSIDE_CARRIER_CLOSED, OUTSIDE_CARRIER_DECLINED, OUTSIDE_CARRIER_SILENT (it may be asked again),
    /// CARRIER_BOOKING_GIVEN_UP.
    public CarrierBooking book(
            Actor actor,
            CarrierBookingId id,
            ParcelId parcelId,
            OutsideCarrierId carrierId,
            String service,
            Money price) {
        Parcel parcel = forCarrier(parcels.see(actor, parcelId));
        CarrierStore.Keyed carrier =
                carriers.keyed(carrierId).orElseThrow(() -> new NotFound("outside-carrier", carrierId));
        var wanted = new CarrierBooking(
                id,
                parcel.key(),
                carrierId,
                service,
                price,
                CarrierBooking.State.ASKED,
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        CarrierBooking noted = noted(actor, wanted, carrier.carrier());
        return noted.state() == CarrierBooking.State.ASKED ? ask(actor, noted, parcel, carrier) : noted;
    }

    private CarrierBooking noted(Actor actor, CarrierBooking wanted, OutsideCarrier carrier) {
        Optional<CarrierBooking> before = store.find(wanted.parcel().origin(), wanted.id());
        if (before.isEmpty()) {
            if (!carrier.isOpen()) throw new RuleBroken(CarrierRule.OUTSIDE_CARRIER_CLOSED, carrier.name());
            if (Boolean.TRUE.equals(transaction.execute(_ -> store.ask(wanted, actor)))) return wanted;
            before = store.find(wanted.parcel().origin(), wanted.id());
        }
        CarrierBooking there = before.orElseThrow(() -> new RuleBroken(CarrierRule.PARCEL_BOOKED_ALREADY));
        if (!there.isSameAs(wanted)) throw new RuleBroken(CarrierRule.CARRIER_BOOKING_ID_USED);
        if (there.state() == CarrierBooking.State.DECLINED)
            throw new RuleBroken(CarrierRule.OUTSIDE_CARRIER_DECLINED, carrier.name(), "–");
        return there;
    }

    private CarrierBooking ask(Actor actor, CarrierBooking booking, Parcel parcel, CarrierStore.Keyed carrier) {
        Contact to = parcels.people(parcel)
                .flatMap(ParcelPeople::receiver)
                .orElseThrow(() -> new RuleBroken(ParcelRule.PARCEL_WITHOUT_ADDRESS));
        String number;
        try {
            number = line.book(
                    carrier.carrier(),
                    gate.secret(carrier),
                    booking,
                    shipment(parcel),
                    new Addressee(to.name(), to.telephone(), to.address()));
        } catch (RuleBroken refused) {
            if (refused.rule() == CarrierRule.OUTSIDE_CARRIER_DECLINED)
                transaction.executeWithoutResult(
                        _ -> store.settle(booking, CarrierBooking.State.DECLINED, Optional.empty(), clock.instant()));
            throw refused;
        }
        if (!Boolean.TRUE.equals(transaction.execute(
                _ -> settle(actor, booking, carrier.carrier().name(), number))))
            throw new RuleBroken(
                    CarrierRule.OUTSIDE_CARRIER_SILENT, carrier.carrier().name());
        return store.find(parcel.key().origin(), booking.id()).orElseThrow();
    }

    /// False when the carrier gave a number that it had given before. Where a clerk gave up meanwhile no number is
    /// kept: refuses by CARRIER_BOOKING_GIVEN_UP.
    private boolean settle(Actor actor, CarrierBooking booking, String carrier, String number) {
        CarrierBooking now = store.lock(booking.parcel().origin(), booking.id()).orElseThrow();
        if (now.state() == CarrierBooking.State.DECLINED)
            throw new RuleBroken(CarrierRule.CARRIER_BOOKING_GIVEN_UP, carrier, number);
        if (now.state() != CarrierBooking.State.ASKED) return now.number().equals(Optional.of(number));
        if (!store.number(booking, number)) return false;
        if (store.settle(booking, CarrierBooking.State.BOOKED, Optional.of(number), clock.instant()))
            audit.record(
                    actor,
                    "parcel.given-to-carrier",
                    "parcel",
                    booking.parcel().id(),
                    Map.of("carrier", carrier, "number", number));
        return true;
    }

    /// The clerk asks no more; only while the carrier has not answered. Refuses by [NotFound].
    @Transactional
    public void giveUp(Actor actor, ParcelId parcelId, CarrierBookingId id) {
        Parcel parcel = parcels.see(actor, parcelId);
        CarrierBooking booking = store.find(parcel.key().origin(), id)
                .filter(one -> one.parcel().equals(parcel.key()) && one.state() == CarrierBooking.State.ASKED)
                .orElseThrow(() -> new NotFound("carrier-booking", id));
        store.settle(booking, CarrierBooking.State.DECLINED, Optional.empty(), clock.instant());
    }

    /// The newest first. Refuses as [Parcels#see].
    @Transactional(readOnly = true)
    public List<CarrierBooking> of(Actor actor, ParcelId parcel) {
        return store.of(parcels.see(actor, parcel).key());
    }

    private Parcel forCarrier(Parcel parcel) {
        boolean outside = parcels.next(parcel) instanceof Next.Outside;
        if (!outside || parcel.stage().isFinal())
            throw new RuleBroken(
                    CarrierRule.PARCEL_NOT_FOR_A_CARRIER, parcel.sscc().digits());
        return parcel;
    }

    private Shipment shipment(Parcel parcel) {
        Site from = sites.get(parcel.state().site());
        return new Shipment(parcel.sscc().digits(), code(from.region()), code(parcel.toRegion()), parcel.mass());
    }

    private String code(RegionId region) {
        return regions.get(region).code();
    }
}
