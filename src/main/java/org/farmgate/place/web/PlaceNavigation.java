package org.farmgate.place.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaceNavigation {
    @Bean
    NavEntry regionsEntry() {
        return new NavEntry(200, "/regions", "place.nav.regions", "map", Right.MANAGE_PLACES, Right.PLAN_SEASON);
    }

    @Bean
    NavEntry sitesEntry() {
        return new NavEntry(
                210,
                "/sites",
                "place.nav.sites",
                "store",
                Right.MANAGE_PLACES,
                Right.MANAGE_OWN_SITES,
                Right.PLAN_SEASON);
    }
}
