package org.farmgate.supply;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Price;
import org.farmgate.platform.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes tickets. Deciding the price and cancelling are one update each that looks at what it comes from:
/// of two at once one wins.
@Repository
class TicketStore {
    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken. Two who send the same meet here: the second waits for the first.
    boolean insert(Ticket ticket, boolean makesHarvest) {
        Weighing weighing = ticket.weighing();
        return jdbc.sql("""
                        insert into supply.ticket (origin_id, id, number, buyer_id, grower_id, plot_id, harvest_id,
                          harvest_made, lot_id, product_id, grade, gross_grams, tare_grams, deduction_kinds,
                          deduction_grams, net_grams, title, fen_per_tonne, priced_at, priced_by, priced_person,
                          witness, site_id, weighed_at, contract_kind, contract_id, recorded_by, recorded_person,
                          recorded_at)
                        values (:origin, :id, :number, :buyer, :grower, :plot, :harvest, :made, :lot, :product, :grade,
                          :gross, :tare, :kinds::text[], :grams::bigint[], :net, :title, :price, :pricedAt, :pricedBy,
                          :pricedPerson, :witness, :site, :weighedAt, :contractKind, :contract, :by, :person, :at)
                        on conflict do nothing
                        """)
                        .params(key(ticket))
                        .param("number", ticket.number())
                        .param("buyer", ticket.buyer().value())
                        .param("grower", ticket.grower().value())
                        .param("plot", uuid(ticket.plot()), Types.OTHER)
                        .param("harvest", uuid(ticket.harvest()), Types.OTHER)
                        .param("made", makesHarvest)
                        .param("lot", ticket.lot().value())
                        .param("product", ticket.product().value())
                        .param("grade", ticket.grade())
                        .param("gross", weighing.gross().grams())
                        .param("tare", weighing.tare().grams())
                        .param(
                                "kinds",
                                weighing.deductions().stream()
                                        .map(deduction -> deduction.kind().name())
                                        .toArray(String[]::new))
                        .param(
                                "grams",
                                weighing.deductions().stream()
                                        .map(deduction -> deduction.mass().grams())
                                        .toArray(Long[]::new))
                        .param("net", weighing.net().grams())
                        .param("title", ticket.title().name())
                        .param("price", ticket.price().map(Price::fenPerTonne).orElse(null), Types.BIGINT)
                        .param(
                                "pricedAt",
                                ticket.pricedAt()
                                        .map(at -> at.atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "pricedBy",
                                uuid(ticket.price().map(_ -> ticket.recorded().organisation())),
                                Types.OTHER)
                        .param(
                                "pricedPerson",
                                uuid(ticket.price().map(_ -> ticket.recorded().person())),
                                Types.OTHER)
                        .param("witness", ticket.witness())
                        .param("site", ticket.site().value())
                        .param("weighedAt", ticket.weighedAt().atOffset(ZoneOffset.UTC))
                        .param(
                                "contractKind",
                                ticket.contract().map(ContractRef::kind).orElse(null),
                                Types.VARCHAR)
                        .param(
                                "contract",
                                ticket.contract().map(ContractRef::contract).orElse(null),
                                Types.OTHER)
                        .param("by", ticket.recorded().organisation().value())
                        .param("person", ticket.recorded().person().value())
                        .param("at", ticket.recorded().at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// False when it has a price already, is cancelled, or was not bought.
    boolean price(Ticket ticket, Price price, Recorded by) {
        return jdbc.sql("""
                        update supply.ticket set fen_per_tonne = :price, priced_at = :at, priced_by = :by,
                          priced_person = :person
                        where origin_id = :origin and id = :id
                          and fen_per_tonne is null and cancelled_at is null and title = 'OUTRIGHT'
                        """)
                        .params(key(ticket))
                        .param("price", price.fenPerTonne())
                        .param("at", by.at().atOffset(ZoneOffset.UTC))
                        .param("by", by.organisation().value())
                        .param("person", by.person().value())
                        .update()
                == 1;
    }

    /// Whether the ticket had made its harvest; empty when it is cancelled already.
    Optional<Boolean> cancel(Ticket ticket, Instant at, Recorded by, String reason) {
        return jdbc.sql("""
                update supply.ticket set cancelled_at = :at, cancelled_by = :by, cancelled_person = :person,
                  cancelled_reason = :reason
                where origin_id = :origin and id = :id and cancelled_at is null
                returning harvest_made
                """)
                .params(key(ticket))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.organisation().value())
                .param("person", by.person().value())
                .param("reason", reason)
                .query(Boolean.class)
                .optional();
    }

    private static Map<String, Object> key(Ticket ticket) {
        return Map.of("origin", ticket.origin().value(), "id", ticket.id().value());
    }

    private static @org.jspecify.annotations.Nullable UUID uuid(Optional<? extends Id> id) {
        return id.map(Id::value).orElse(null);
    }
}
