package org.farmgate.logistics.parcels.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ParcelNavigation {
    @Bean
    NavEntry parcelsEntry() {
        return new NavEntry(441, "/parcels", "parcel.nav", "box", Right.HANDLE_PARCELS);
    }

    @Bean
    NavEntry parcelNetworkEntry() {
        return new NavEntry(447, "/parcel-network", "parcel.nav.network", "home", Right.PLAN_TRIPS);
    }

    @Bean
    NavEntry outsideCarriersEntry() {
        return new NavEntry(448, "/outside-carriers", "carrier.nav", "swap", Right.ADMINISTER);
    }

    @Bean
    NavEntry trackingEntry() {
        return NavEntry.openToAll(449, "/track", "parcel.nav.track", "search");
    }
}
