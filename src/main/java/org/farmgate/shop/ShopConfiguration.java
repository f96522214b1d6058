package org.farmgate.shop;

import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class ShopConfiguration {
    @Bean
    SealedRows sealedContacts(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        var column = new SealedRows.Column(
                "shop.orders", "contact_key", "contact", id -> ContactText.place(new OrderId(id)));
        return new SealedRows(jdbc, sealing, transaction, column);
    }
}
