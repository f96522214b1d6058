package org.farmgate.logistics.storage.web;

import java.util.Set;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageNavigation {
    @Bean
    NavEntry storageEntry() {
        return new NavEntry(442, "/storage", "storage.nav", "warehouse", Right.SEE_STOCK, Right.KEEP_STOCK);
    }

    @Bean
    NavEntry replenishmentEntry() {
        return new NavEntry(443, "/replenishment", "storage.nav.replenishment", "store", Right.KEEP_STOCK);
    }

    @Bean
    NavEntry sellThroughEntry() {
        return new NavEntry(
                444,
                "/sell-through",
                "storage.nav.sell-through",
                "chart",
                Right.KEEP_STOCK,
                Right.POST_DEMAND,
                Right.SELL);
    }

    /// Storage bills, as postings name them.
    @Bean
    DocumentPlace storageBillPlace() {
        return new DocumentPlace(
                "storage",
                "/storage/bills/{id}",
                DocumentPlace::shortened,
                Set.of(Right.SEE_STOCK, Right.KEEP_STOCK, Right.SEE_BOOKS));
    }
}
