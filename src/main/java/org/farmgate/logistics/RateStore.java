package org.farmgate.logistics;

import java.util.Optional;
import org.farmgate.measure.Price;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateStore {
    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was current ends with that version, and this begins.
    void put(LegRates rates, long version) {
        jdbc.sql("update logistics.rates set version_until = :version where version_until is null")
                .param("version", version)
                .update();
        jdbc.sql("""
                insert into logistics.rates (version_from, last_leg_fen_per_tonne, onward_fen_per_tonne_kilometre)
                values (:version, :lastLeg, :onward)
                """)
                .param("version", version)
                .param("lastLeg", rates.lastLegPerTonne().fenPerTonne())
                .param("onward", rates.onwardPerTonneKilometre().fenPerTonne())
                .update();
    }

    Optional<LegRates> at(long version) {
        return jdbc.sql("""
                select * from logistics.rates
                where version_from <= :version and (version_until is null or version_until > :version)
                """)
                .param("version", version)
                .query((row, number) -> new LegRates(
                        new Price(row.getLong("last_leg_fen_per_tonne")),
                        new Price(row.getLong("onward_fen_per_tonne_kilometre"))))
                .optional();
    }
}
