package org.farmgate.ledger.web;

import java.util.Set;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerNavigation {
    @Bean
    NavEntry booksEntry() {
        return new NavEntry(300, "/books", "ledger.nav", "money", Right.SEE_BOOKS, Right.KEEP_BOOKS);
    }

    @Bean
    DocumentPlace payoutPlace() {
        return new DocumentPlace(
                "payout", "/payouts/{id}", DocumentPlace::shortened, Set.of(Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS));
    }
}
