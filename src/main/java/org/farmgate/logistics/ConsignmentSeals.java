package org.farmgate.logistics;

import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What consignments keep sealed: the door they go to, and who took them in.
@Configuration(proxyBeanMethods = false)
class ConsignmentSeals {
    private static final String TABLE = "logistics.consignment";

    @Bean
    SealedRows sealedDoors(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column(TABLE, "door_key", "door_sealed", ConsignmentBooking::doorPlace));
    }

    @Bean
    SealedRows sealedReceivers(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column(TABLE, "receiver_key", "receiver_sealed", ConsignmentBooking::receiverPlace));
    }
}
