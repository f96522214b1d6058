package org.farmgate.logistics.rounds.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoundNavigation {
    @Bean
    NavEntry roundsEntry() {
        return new NavEntry(442, "/rounds", "rounds.nav", "map", Right.PLAN_TRIPS);
    }

    @Bean
    NavEntry driveEntry() {
        return new NavEntry(443, "/drive", "rounds.drive.nav", "truck", Right.DRIVE);
    }
}
