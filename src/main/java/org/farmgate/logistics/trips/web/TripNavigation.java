package org.farmgate.logistics.trips.web;

import java.util.Set;
import java.util.UUID;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TripNavigation {
    @Bean
    NavEntry tripsEntry() {
        return new NavEntry(430, "/trips", "trips.nav", "truck", Right.PLAN_TRIPS, Right.MOVE_GOODS);
    }

    @Bean
    DocumentPlace tripPlace() {
        return new DocumentPlace("trip", "/trips/{id}", TripNavigation::number, Set.of());
    }

    private static String number(UUID id) {
        return Trip.number(new TripId(id));
    }
}
