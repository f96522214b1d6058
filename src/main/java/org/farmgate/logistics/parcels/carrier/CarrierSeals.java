package org.farmgate.logistics.parcels.carrier;

import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// So that a newer key reaches the secrets.
@Configuration(proxyBeanMethods = false)
class CarrierSeals {
    @Bean
    SealedRows sealedCarrierSecrets(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column(
                        "logistics.outside_carrier",
                        "secret_key",
                        "secret",
                        id -> CarrierGate.place(new OutsideCarrierId(id))));
    }
}
