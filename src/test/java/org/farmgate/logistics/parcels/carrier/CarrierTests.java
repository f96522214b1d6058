package org.farmgate.logistics.parcels.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.ParcelTarget;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.ScanOutcome;
import org.farmgate.logistics.parcels.Scans;
import org.farmgate.logistics.parcels.web.Tiers;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Denied;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// The whole talk with a carrier that is a program of its own: over HTTP both ways, signed.
@JourneyTest
@Import({Cast.class, Tiers.class})
class CarrierTests {
    private static final Money LAND = new Money(1_200);
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/none");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Tiers tiers;

    @Autowired
    OutsideCarriers carriers;

    @Autowired
    CarrierBookings bookings;

    @Autowired
    Parcels parcels;

    @Autowired
    Scans scans;

    @Autowired
    Clock clock;

    private StandInCarrier standIn;
    private OutsideCarrier carrier;

    @BeforeEach
    void register() {
        standIn = StandInCarrier.open(clock);
        OutsideCarriers.Made made = carriers.register(
                cast.admin(), OutsideCarrierId.next(), "Great Road " + UUID.randomUUID(), standIn.address());
        carrier = made.carrier();
        standIn.settle(made.secret().orElseThrow(), events());
    }

    @AfterEach
    void close() {
        carriers.turn(cast.admin(), carrier.id(), OutsideCarrier.State.CLOSED);
        standIn.close();
    }

    private URI events() {
        return URI.create("http://localhost:" + port + "/api/v1/carriers/" + carrier.id() + "/events");
    }

    private Parcel parcel() {
        return tiers.toOutside(tiers.centre(), new Mass(2_300));
    }

    private CarrierBooking book(CarrierBookingId id, Parcel parcel, Money price) {
        return bookings.book(cast.officer(), id, parcel.id(), carrier.id(), "land", price);
    }

    private String booked(Parcel parcel) {
        return book(CarrierBookingId.next(), parcel, LAND).number().orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void itsPricesAreShownAndASilentCarrierSaysSo() {
        Parcel parcel = parcel();
        OutsideCarrier mute = carriers.register(
                        cast.admin(), OutsideCarrierId.next(), "Mute " + UUID.randomUUID(), NOBODY)
                .carrier();
        List<CarrierOffer> offers = bookings.rates(cast.officer(), parcel.id());
        carriers.turn(cast.admin(), mute.id(), OutsideCarrier.State.CLOSED);
        assertThat(of(carrier, offers).rates())
                .extracting(CarrierRate::service, CarrierRate::price)
                .contains(tuple("land", LAND));
        assertThat(of(mute, offers).why().orElseThrow().rule()).isEqualTo(CarrierRule.OUTSIDE_CARRIER_SILENT);
    }

    private static CarrierOffer of(OutsideCarrier carrier, List<CarrierOffer> offers) {
        return offers.stream()
                .filter(one -> one.carrier().id().equals(carrier.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBookingIsMadeOnceHoweverOftenItIsAsked() {
        Parcel parcel = parcel();
        CarrierBookingId id = CarrierBookingId.next();
        CarrierBooking first = book(id, parcel, LAND);
        assertThat(book(id, parcel, LAND)).isEqualTo(first);
        assertThat(standIn.shipments()).isEqualTo(1);
        assertThat(standIn.isFor(first.number().orElseThrow(), "Feng Yulan")).isTrue();
        refuses(CarrierRule.PARCEL_BOOKED_ALREADY, () -> booked(parcel));
        refuses(CarrierRule.CARRIER_BOOKING_ID_USED, () -> book(id, parcel, new Money(2_400)));
    }

    @Test
    void aPriceThatChangedOrAHeavyParcelIsDeclinedAndTheParcelIsFreeForAnother() {
        Parcel parcel = parcel();
        refuses(CarrierRule.OUTSIDE_CARRIER_DECLINED, () -> book(CarrierBookingId.next(), parcel, new Money(1)));
        assertThat(booked(parcel)).startsWith("DX");
        Parcel heavy = tiers.toOutside(tiers.centre(), Mass.kilograms(60));
        List<CarrierOffer> offers = bookings.rates(cast.officer(), heavy.id());
        assertThat(of(carrier, offers).why().orElseThrow().rule()).isEqualTo(CarrierRule.OUTSIDE_CARRIER_DECLINED);
    }

    @Test
    void aCarrierThatWasSilentIsAskedAgainUnderTheSameId() {
        Parcel parcel = parcel();
        CarrierBookingId id = CarrierBookingId.next();
        assertThat(carriers.renew(cast.admin(), carrier.id(), NOBODY)).isNotEmpty();
        refuses(CarrierRule.OUTSIDE_CARRIER_SILENT, () -> book(id, parcel, LAND));
        assertThat(newest(parcel).state()).isEqualTo(CarrierBooking.State.ASKED);
        standIn.settle(carriers.renew(cast.admin(), carrier.id(), standIn.address()), events());
        assertThat(book(id, parcel, LAND).state()).isEqualTo(CarrierBooking.State.BOOKED);
    }

    private CarrierBooking newest(Parcel parcel) {
        return bookings.of(cast.officer(), parcel.id()).getFirst();
    }

    @Test
    void itsEventsMoveTheParcelEachOnce() {
        Parcel parcel = parcel();
        String number = booked(parcel);
        Instant at = now();
        String first = "1" + number;
        assertThat(standIn.tell(first, number, CarrierEvent.Kind.PICKED_UP, "Urumqi", at))
                .startsWith("200 ")
                .contains("\"taken\"");
        assertThat(standIn.tell(first, number, CarrierEvent.Kind.PICKED_UP, "Urumqi", at))
                .contains("\"taken-before\"");
        assertThat(stage(parcel)).isEqualTo(ParcelStage.GIVEN_ON);
        assertThat(standIn.tell(first, number, CarrierEvent.Kind.LOST, "Urumqi", at))
                .contains("carrier-event-differs");
        standIn.tell("2" + number, number, CarrierEvent.Kind.UNDER_WAY, "Lanzhou", at);
        assertThat(stage(parcel)).isEqualTo(ParcelStage.GIVEN_ON);
        standIn.tell("3" + number, number, CarrierEvent.Kind.DELIVERED, "Hangzhou", at);
        assertThat(stage(parcel)).isEqualTo(ParcelStage.HANDED_OUT);
        assertThat(parcels.track(parcel.sscc()).orElseThrow().places())
                .filteredOn(place -> place.kind() == ScanKind.TOLD)
                .anySatisfy(place -> assertThat(place.note()).contains("Lanzhou"))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(newest(parcel).state()).isEqualTo(CarrierBooking.State.ENDED);
    }

    @Test
    void aParcelThatTheCarrierLostIsLostHereToo() {
        Parcel parcel = parcel();
        String number = booked(parcel);
        standIn.tell("1" + number, number, CarrierEvent.Kind.PICKED_UP, "", now());
        assertThat(standIn.tell("2" + number, number, CarrierEvent.Kind.LOST, "Lanzhou", now()))
                .contains("\"taken\"");
        assertThat(stage(parcel)).isEqualTo(ParcelStage.LOST);
    }

    @Test
    void whatWasRecordedCannotBeSentAgainLaterAndNobodyElseCanSign() {
        byte[] body = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
        String old = String.valueOf(now().minus(Duration.ofMinutes(6)).getEpochSecond());
        assertThat(standIn.send(body, old)).startsWith("401 ").contains("carrier-clock-apart");
        standIn.settle("another secret", events());
        assertThat(standIn.tell("x", "DX1", CarrierEvent.Kind.LOST, "", now()))
                .startsWith("401 ")
                .contains("carrier-signature-wrong");
    }

    @Test
    void anEventOfAnotherTimeIsRefusedAndLeavesNothing() {
        Parcel parcel = parcel();
        String number = booked(parcel);
        for (Instant at : List.of(
                parcel.takenIn().minus(Duration.ofMinutes(6)),
                clock.instant().plus(Duration.ofMinutes(6)),
                Instant.parse("2099-01-01T00:00:00Z"),
                Instant.parse("+300000-01-01T00:00:00Z")))
            assertThat(standIn.tell("1" + number, number, CarrierEvent.Kind.PICKED_UP, "", at))
                    .startsWith("200 ")
                    .contains("carrier-event-time-out-of-reach");
        assertThat(standIn.tell("1" + number, number, CarrierEvent.Kind.PICKED_UP, "", now()))
                .contains("\"taken\"");
        assertThat(stage(parcel)).isEqualTo(ParcelStage.GIVEN_ON);
    }

    @Test
    void whatComesAfterTheEndOfABookingOrFromBeforeTheLastScanTakesNothingAway() {
        Instant before = clock.instant().minus(Duration.ofHours(1));
        Parcel parcel = inAtCentre(fromVillage(before));
        String number = booked(parcel);
        standIn.tell("1" + number, number, CarrierEvent.Kind.PICKED_UP, "", clock.instant());
        standIn.tell("2" + number, number, CarrierEvent.Kind.RETURNED, "", clock.instant());
        assertThat(newest(parcel).state()).isEqualTo(CarrierBooking.State.ENDED);
        inAtCentre(parcel);
        assertThat(standIn.tell("3" + number, number, CarrierEvent.Kind.UNDER_WAY, "", clock.instant()))
                .contains("\"taken\"");
        assertThat(stage(parcel)).isEqualTo(ParcelStage.AT_SITE);
        Parcel other = inAtCentre(fromVillage(before));
        String another = booked(other);
        standIn.tell("1" + another, another, CarrierEvent.Kind.UNDER_WAY, "", before.plus(Duration.ofMinutes(30)));
        assertThat(stage(other)).isEqualTo(ParcelStage.AT_SITE);
    }

    private Parcel fromVillage(Instant at) {
        return tiers.taken(tiers.village(), new ParcelTarget.Door(cast.province()), new Mass(2_300), at);
    }

    private Parcel inAtCentre(Parcel parcel) {
        Scan in = Scan.of(ScanId.next(), parcel.sscc().digits(), tiers.centre(), ScanKind.IN, clock.instant());
        assertThat(scans.record(cast.officer(), in).outcome()).isEqualTo(ScanOutcome.COUNTED);
        return parcel;
    }

    @Test
    void whatIsGivenUpWhileTheCarrierAnswersKeepsNoNumberAndTheClerkIsTold() {
        Parcel parcel = parcel();
        CarrierBookingId id = CarrierBookingId.next();
        var given = new AtomicReference<>("");
        standIn.onShipment((number, _) -> {
            given.set(number);
            bookings.giveUp(cast.officer(), parcel.id(), id);
        });
        refuses(CarrierRule.CARRIER_BOOKING_GIVEN_UP, () -> book(id, parcel, LAND));
        assertThat(newest(parcel).state()).isEqualTo(CarrierBooking.State.DECLINED);
        assertThat(standIn.tell("1" + given.get(), given.get(), CarrierEvent.Kind.DELIVERED, "", now()))
                .startsWith("200 ")
                .contains("carrier-number-unknown");
        assertThat(newest(parcel).state()).isEqualTo(CarrierBooking.State.DECLINED);
    }

    @Test
    void aNumberThatWeNeverGaveIsRefusedAlone() {
        assertThat(standIn.tell("never", "DX-NEVER", CarrierEvent.Kind.PICKED_UP, "", now()))
                .startsWith("200 ")
                .contains("carrier-number-unknown");
    }

    @Test
    void onlyTheOperatorKeepsCarriersAndAParcelOfOursIsForNone() {
        URI other = URI.create("https://other.example.org");
        assertThatThrownBy(() -> carriers.register(cast.officer(), OutsideCarrierId.next(), "Other", other))
                .isInstanceOf(Denied.class);
        Parcel ours = tiers.taken(tiers.centre(), new ParcelTarget.Pickup(tiers.village()), new Mass(1_000));
        refuses(CarrierRule.PARCEL_NOT_FOR_A_CARRIER, () -> bookings.rates(cast.officer(), ours.id()));
    }

    private ParcelStage stage(Parcel parcel) {
        return parcels.see(cast.officer(), parcel.id()).stage();
    }

    private static void refuses(CarrierRule rule, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
