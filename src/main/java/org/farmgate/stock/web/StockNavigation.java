package org.farmgate.stock.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StockNavigation {
    @Bean
    NavEntry stockEntry() {
        return new NavEntry(320, "/stock", "nav.stock", "warehouse", Right.SEE_STOCK, Right.KEEP_STOCK);
    }
}
