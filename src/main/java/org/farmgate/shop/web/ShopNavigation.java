package org.farmgate.shop.web;

import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShopNavigation {
    @Bean
    NavEntry shopEntry() {
        return NavEntry.openToAll(500, "/shop", "shop.nav.shop", "melon");
    }

    @Bean
    NavEntry purchasesEntry() {
        return new NavEntry(505, "/purchases", "shop.nav.purchases", "box");
    }

    @Bean
    NavEntry listingsEntry() {
        return new NavEntry(510, "/listings", "shop.nav.listings", "pen", Right.SELL);
    }

    @Bean
    NavEntry ordersEntry() {
        return new NavEntry(515, "/orders", "shop.nav.orders", "document", Right.SELL);
    }

    @Bean
    NavEntry tillsEntry() {
        return new NavEntry(518, "/tills", "shop.nav.tills", "money", Right.SELL);
    }

    @Bean
    NavEntry salesEntry() {
        return new NavEntry(520, "/sales", "shop.nav.sales", "chart", Right.SELL);
    }
}
