package org.farmgate.trade.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanNavigation {
    @Bean
    NavEntry dockingEntry() {
        return new NavEntry(530, "/plans", "docking.nav", "swap", Right.PLAN_SEASON);
    }
}
