package org.farmgate.logistics.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogisticsNavigation {
    @Bean
    NavEntry tariffsEntry() {
        return new NavEntry(450, "/tariffs", "logistics.nav.tariffs", "truck", Right.SET_TARIFFS, Right.PLAN_SEASON);
    }

    @Bean
    NavEntry consignmentsEntry() {
        return new NavEntry(440, "/consignments", "logistics.nav.consignments", "box", Right.MOVE_GOODS);
    }
}
