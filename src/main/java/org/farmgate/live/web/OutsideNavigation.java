package org.farmgate.live.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutsideNavigation {
    /// Beside the other ways of selling.
    @Bean
    NavEntry outsideEntry() {
        return new NavEntry(519, "/outside-channels", "outside.nav", "swap", Right.SELL);
    }
}
