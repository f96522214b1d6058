package org.farmgate.live.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveNavigation {
    @Bean
    NavEntry showsEntry() {
        return NavEntry.openToAll(600, "/shows", "live.nav.shows", "bell");
    }

    @Bean
    NavEntry ownShowsEntry() {
        return new NavEntry(602, "/own-shows", "live.nav.own", "calendar", Right.HOLD_SHOWS, Right.SELL);
    }

    @Bean
    NavEntry hostsEntry() {
        return new NavEntry(604, "/hosts", "live.nav.hosts", "person", Right.PERMIT_HOSTS);
    }
}
