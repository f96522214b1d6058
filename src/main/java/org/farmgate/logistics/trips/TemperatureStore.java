package org.farmgate.logistics.trips;

import java.time.OffsetDateTime;
import java.util.List;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What thermometers on trips read.
@Repository
class TemperatureStore {
    private final JdbcClient jdbc;

    TemperatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many were new.
    int add(Trip trip, List<Reading> fresh) {
        return jdbc.sql("""
                insert into logistics.trip_reading (origin_id, trip_id, at, decidegrees)
                select :origin, :id, n.at, n.decidegrees from unnest(:times::timestamptz[], :degrees::int[])
                  as n (at, decidegrees)
                on conflict do nothing
                """)
                .params(TripStore.key(trip))
                .params(Batch.of(fresh)
                        .instants("times", Reading::at)
                        .ints("degrees", Reading::decidegrees)
                        .params())
                .update();
    }

    /// In order of time.
    List<Reading> of(Trip trip) {
        return jdbc.sql("""
                select at, decidegrees from logistics.trip_reading where origin_id = :origin and trip_id = :id order by at
                """)
                .params(TripStore.key(trip))
                .query((row, number) ->
                        new Reading(row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("decidegrees")))
                .list();
    }
}
