package org.farmgate.shop.web;

import java.util.Set;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.shop.OrderId;
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

    /// So that the books open down to orders.
    @Bean
    DocumentPlace orderPlace() {
        return new DocumentPlace("order", "/orders/{id}", id -> new OrderId(id).number(), Set.of(Right.SELL));
    }
}
