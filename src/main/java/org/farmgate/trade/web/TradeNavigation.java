package org.farmgate.trade.web;

import org.farmgate.ledger.DocumentPlace;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TradeNavigation {
    @Bean
    NavEntry demandsEntry() {
        return new NavEntry(510, "/demands", "trade.demand.nav", "store", Right.SEE_DEMAND, Right.POST_DEMAND);
    }

    @Bean
    NavEntry contractsEntry() {
        return new NavEntry(
                520,
                "/contracts",
                "trade.contract.nav",
                "handshake",
                Right.NEGOTIATE_CONTRACT,
                Right.SIGN_CONTRACT,
                Right.PLAN_SEASON);
    }

    @Bean
    NavEntry invoicesEntry() {
        return new NavEntry(525, "/invoices", "trade.invoice.nav", "money", Right.SEE_BOOKS);
    }

    @Bean
    DocumentPlace contractPlace() {
        return new DocumentPlace("contract", "/contracts/{id}");
    }

    @Bean
    DocumentPlace invoicePlace() {
        return new DocumentPlace("invoice", "/invoices/{id}");
    }
}
