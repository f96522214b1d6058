package org.farmgate.logistics.trips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was scanned at trucks' doors, and what is on board by it.
@Repository
class TripScanStore {
    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;

    TripScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A scan that was refused may be taken later; one that was taken stays.
    void put(Trip trip, TripScan scan, PartyId person) {
        jdbc.sql("""
                insert into logistics.trip_scan (origin_id, trip_id, id, code, at, person_id, person_name, refusal)
                values (:origin, :id, :scan, :code, :at, :person, :name, :refusal)
                on conflict (origin_id, trip_id, id) do update
                  set refusal = excluded.refusal, at = excluded.at where trip_scan.refusal <> ''
                """)
                .params(TripStore.key(trip))
                .param("scan", scan.id())
                .param("code", scan.code())
                .param("at", scan.at().atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .param("name", scan.personName())
                .param("refusal", scan.refusal())
                .update();
    }

    Optional<TripScan> find(Trip trip, UUID scan) {
        return jdbc.sql("select * from logistics.trip_scan where origin_id = :origin and trip_id = :id and id = :scan")
                .params(TripStore.key(trip))
                .param("scan", scan)
                .query(TripScanStore::scan)
                .optional();
    }

    List<TripScan> latest(Trip trip) {
        return jdbc.sql("""
                select * from logistics.trip_scan where origin_id = :origin and trip_id = :id
                order by at desc, id desc limit :most
                """)
                .params(TripStore.key(trip))
                .param("most", MOST_SHOWN)
                .query(TripScanStore::scan)
                .list();
    }

    /// False when it is on board already. The sums of the trip move with it; the database refuses more than
    /// the truck carries.
    boolean board(Trip trip, TripLoad load, Mass mass, Instant at) {
        boolean boarded = jdbc.sql("""
                        update logistics.trip_load set loaded_at = :at, loaded_grams = :grams
                        where origin_id = :origin and trip_id = :id and consignment_id = :consignment
                          and loaded_at is null
                        """)
                        .params(TripStore.key(trip))
                        .param("consignment", load.consignment().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("grams", mass.grams())
                        .update()
                == 1;
        if (boarded)
            jdbc.sql("update logistics.trip set version = version + 1, " + sum(load.leg()) + " = " + sum(load.leg())
                            + " + :more where origin_id = :origin and id = :id")
                    .params(TripStore.key(trip))
                    .param("more", mass.grams() - load.mass().grams())
                    .update();
        return boarded;
    }

    private static String sum(Leg leg) {
        return switch (leg) {
            case OUT -> "out_grams";
            case BACK -> "back_grams";
        };
    }

    private static TripScan scan(ResultSet row, int number) throws SQLException {
        return new TripScan(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person_name"),
                row.getString("refusal"));
    }
}
