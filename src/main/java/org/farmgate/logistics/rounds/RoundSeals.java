package org.farmgate.logistics.rounds;

import java.util.UUID;
import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// So that a newer key reaches the names of who took goods.
@Configuration(proxyBeanMethods = false)
class RoundSeals {
    @Bean
    SealedRows sealedRoundProofs(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column("logistics.round_proof", "name_key", "name_sealed", RoundSeals::place));
    }

    static String place(UUID scan) {
        return "round proof " + scan;
    }
}
