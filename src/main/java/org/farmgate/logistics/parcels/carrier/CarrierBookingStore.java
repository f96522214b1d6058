package org.farmgate.logistics.parcels.carrier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelKey;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Bookings, the carriers' numbers, and what carriers told.
@Repository
class CarrierBookingStore {
    private final JdbcClient jdbc;

    CarrierBookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is used, or another carrier has the parcel.
    boolean ask(CarrierBooking booking, Actor by) {
        return jdbc.sql("""
                insert into logistics.carrier_booking
                       (origin_id, id, parcel_id, carrier_id, service, price_fen, state, asked_at, asked_by)
                values (:origin, :id, :parcel, :carrier, :service, :fen, 'ASKED', :at, :by)
                on conflict do nothing
                """)
                        .param("origin", booking.parcel().origin().value())
                        .param("id", booking.id().value())
                        .param("parcel", booking.parcel().id().value())
                        .param("carrier", booking.carrier().value())
                        .param("service", booking.service())
                        .param("fen", booking.price().fen())
                        .param("at", booking.askedAt().atOffset(ZoneOffset.UTC))
                        .param("by", by.person().value())
                        .update()
                == 1;
    }

    /// False when it was settled before.
    boolean settle(CarrierBooking booking, CarrierBooking.State to, Optional<String> number, Instant at) {
        return jdbc.sql("""
                update logistics.carrier_booking set state = :to, number = coalesce(:number, number), settled_at = :at
                where origin_id = :origin and id = :id and state = :from
                """)
                        .param("to", to.name())
                        .param("from", booking.state().name())
                        .param("number", number.orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", booking.parcel().origin().value())
                        .param("id", booking.id().value())
                        .update()
                == 1;
    }

    Optional<CarrierBooking> find(RegionId origin, CarrierBookingId id) {
        return jdbc.sql("select * from logistics.carrier_booking where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(CarrierBookingStore::booking)
                .optional();
    }

    /// As it is now; until this transaction ends nobody else settles it.
    Optional<CarrierBooking> lock(RegionId origin, CarrierBookingId id) {
        return jdbc.sql("select * from logistics.carrier_booking where origin_id = :origin and id = :id for update")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(CarrierBookingStore::booking)
                .optional();
    }

    /// The newest first.
    List<CarrierBooking> of(ParcelKey parcel) {
        return jdbc.sql("""
                select * from logistics.carrier_booking
                where origin_id = :origin and parcel_id = :parcel order by asked_at desc, id desc
                """)
                .param("origin", parcel.origin().value())
                .param("parcel", parcel.id().value())
                .query(CarrierBookingStore::booking)
                .list();
    }

    /// False when the carrier has used that number before.
    boolean number(CarrierBooking booking, String number) {
        return jdbc.sql("""
                insert into logistics.carrier_number (carrier_id, number, origin_id, booking_id, parcel_id)
                values (:carrier, :number, :origin, :booking, :parcel)
                on conflict (carrier_id, number) do update set number = excluded.number
                where carrier_number.booking_id = excluded.booking_id
                """)
                        .param("carrier", booking.carrier().value())
                        .param("number", number)
                        .param("origin", booking.parcel().origin().value())
                        .param("booking", booking.id().value())
                        .param("parcel", booking.parcel().id().value())
                        .update()
                == 1;
    }

    /// Whose number it is.
    record Numbered(RegionId origin, CarrierBookingId booking, ParcelId parcel) {}

    Optional<Numbered> byNumber(OutsideCarrierId carrier, String number) {
        return jdbc.sql("""
                select origin_id, booking_id, parcel_id from logistics.carrier_number
                where carrier_id = :carrier and number = :number
                """)
                .param("carrier", carrier.value())
                .param("number", number)
                .query((rs, _) -> new Numbered(
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new CarrierBookingId(rs.getObject("booking_id", UUID.class)),
                        new ParcelId(rs.getObject("parcel_id", UUID.class))))
                .optional();
    }

    /// False when that event was told before.
    boolean hear(OutsideCarrierId carrier, CarrierEvent event, Instant at) {
        return jdbc.sql("""
                insert into logistics.carrier_event (carrier_id, id, number, kind, place, at, received_at)
                values (:carrier, :id, :number, :kind, :place, :at, :received)
                on conflict (carrier_id, id) do nothing
                """)
                        .param("carrier", carrier.value())
                        .param("id", event.id())
                        .param("number", event.number())
                        .param("kind", event.kind().name())
                        .param("place", event.place())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("received", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<CarrierEvent> heard(OutsideCarrierId carrier, String id) {
        return jdbc.sql("select * from logistics.carrier_event where carrier_id = :carrier and id = :id")
                .param("carrier", carrier.value())
                .param("id", id)
                .query(CarrierBookingStore::event)
                .optional();
    }

    private static CarrierEvent event(ResultSet rs, int number) throws SQLException {
        return new CarrierEvent(
                rs.getString("id"),
                rs.getString("number"),
                CarrierEvent.Kind.valueOf(rs.getString("kind")),
                rs.getString("place"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static CarrierBooking booking(ResultSet rs, int number) throws SQLException {
        return new CarrierBooking(
                new CarrierBookingId(rs.getObject("id", UUID.class)),
                new ParcelKey(
                        new RegionId(rs.getObject("origin_id", UUID.class)),
                        new ParcelId(rs.getObject("parcel_id", UUID.class))),
                new OutsideCarrierId(rs.getObject("carrier_id", UUID.class)),
                rs.getString("service"),
                new Money(rs.getLong("price_fen")),
                CarrierBooking.State.valueOf(rs.getString("state")),
                Optional.ofNullable(rs.getString("number")),
                rs.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
