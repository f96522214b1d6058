package org.farmgate.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.StockInvariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever is done, one after the other or all at once, the books of stock stay right.
@ModuleTest
@Import({Cast.class, Barn.class, Deeds.class})
class StockInvariantsTests {
    @Autowired
    Deeds deeds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_126, 7_777_777, -42})
    void whateverIsDoneOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        Deeds.Yard yard = deeds.yard();
        for (int i = 0; i < 150; i++) {
            yard.one(random);
            if (i % 10 == 0) StockInvariants.hold(jdbc);
        }
        StockInvariants.hold(jdbc);
        assertThat(yard.refused).as("most deeds are done, seed %d", seed).isLessThan(110);
    }

    /// Nobody waits for another for ever: the database would break that off with an error that is no refusal.
    @Test
    void whateverIsDoneAtOnce() throws InterruptedException {
        Deeds.Yard yard = deeds.yard();
        List<Callable<Object>> people = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            Random random = new Random(person);
            people.add(() -> {
                for (int i = 0; i < 60; i++) yard.one(random);
                return true;
            });
        }
        try (var races = new Races(jdbc, transactions)) {
            assertThat(races.allAtOnce(people)).containsOnly(true);
        }
        StockInvariants.hold(jdbc);
    }
}
