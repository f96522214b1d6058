package org.farmgate.logistics.parcels;

import java.util.UUID;
import org.farmgate.platform.SealedRows;
import org.farmgate.platform.Sealing;
import org.farmgate.platform.Sealing.Sealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What parcels keep sealed: who sends and gets them, and who took them. The beans let a newer key reach it.
@Configuration(proxyBeanMethods = false)
class ParcelSealing {
    private static final String TABLE = "logistics.parcel";

    @Bean
    SealedRows sealedParcelPeople(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column(TABLE, "people_key", "people_sealed", ParcelSealing::peoplePlace));
    }

    @Bean
    SealedRows sealedParcelTakers(JdbcClient jdbc, Sealing sealing, TransactionTemplate transaction) {
        return new SealedRows(
                jdbc,
                sealing,
                transaction,
                new SealedRows.Column(TABLE, "taker_key", "taker_sealed", ParcelSealing::takerPlace));
    }

    static Sealed people(Sealing sealing, ParcelId id, ParcelPeople people) {
        return sealing.seal(people.text(), peoplePlace(id.value()));
    }

    static ParcelPeople people(Sealing sealing, ParcelId id, Sealed sealed) {
        return ParcelPeople.of(sealing.open(sealed, peoplePlace(id.value())));
    }

    static Sealed taker(Sealing sealing, ParcelId id, String name) {
        return sealing.seal(name, takerPlace(id.value()));
    }

    static String peoplePlace(UUID id) {
        return "parcel people " + id;
    }

    static String takerPlace(UUID id) {
        return "parcel taker " + id;
    }
}
