package org.farmgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.measure.Money;
import org.farmgate.platform.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MoneyHoldStore {
    private final JdbcClient jdbc;

    MoneyHoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Answers which were added.
    Set<HoldId> add(List<NewHold> sorted, Instant at) {
        Map<String, Object> params = Batch.of(sorted)
                .ids("origin", hold -> hold.debit().origin())
                .ids("id", NewHold::id)
                .ids("debit", hold -> hold.debit().id())
                .ids("credit", hold -> hold.credit().id())
                .longs("amount", hold -> hold.amount().fen())
                .dates("on", NewHold::on)
                .texts("causeKind", NewHold::causeKind)
                .texts("cause", hold -> hold.cause().toString())
                .texts("rule", hold -> hold.particulars().rule())
                .texts("documentKind", hold -> hold.particulars().documentKind())
                .params();
        params.put(
                "document",
                sorted.stream()
                        .map(hold -> hold.particulars()
                                .document()
                                .map(UUID::toString)
                                .orElse(null))
                        .toArray(String[]::new));
        return new HashSet<>(jdbc.sql("""
                insert into ledger.hold (origin_id, id, debit_id, credit_id, amount_fen, on_day, cause_kind, cause_id,
                                         rule, document_kind, document_id, held_at)
                select h.*, :at
                from unnest(:origin::uuid[], :id::uuid[], :debit::uuid[], :credit::uuid[], :amount::bigint[],
                            :on::date[], :causeKind::text[], :cause::uuid[], :rule::text[], :documentKind::text[],
                            :document::uuid[]) as h
                on conflict do nothing
                returning id
                """)
                .params(params)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new HoldId(rs.getObject("id", UUID.class)))
                .list());
    }

    Map<HoldId, NewHold> byIds(Collection<HoldId> ids) {
        Map<HoldId, NewHold> holds = new HashMap<>();
        if (ids.isEmpty()) return holds;
        jdbc.sql("""
                select h.*, d.kind as debit_kind, d.holder_id as debit_holder_id,
                       d.counterparty_id as debit_counterparty_id, d.subject as debit_subject, c.kind as credit_kind,
                       c.holder_id as credit_holder_id, c.counterparty_id as credit_counterparty_id,
                       c.subject as credit_subject
                from ledger.hold h
                join ledger.account d on d.origin_id = h.origin_id and d.id = h.debit_id
                join ledger.account c on c.origin_id = h.origin_id and c.id = h.credit_id
                where h.id = any(:ids::uuid[])
                """)
                .param("ids", Batch.array(ids))
                .query(MoneyHoldStore::hold)
                .list()
                .forEach(hold -> holds.put(hold.id(), hold));
        return holds;
    }

    /// Answers which ended by this; the others had ended before. Waits for whoever is ending the same now.
    ///
    /// @param settled what is posted of each; zero where it is released
    Set<HoldId> end(List<NewHold> sorted, Map<HoldId, Money> settled, Instant at) {
        return new HashSet<>(jdbc.sql("""
                insert into ledger.hold_end (origin_id, hold_id, settled_fen, ended_at)
                select e.*, :at from unnest(:origin::uuid[], :id::uuid[], :settled::bigint[]) as e
                on conflict do nothing
                returning hold_id
                """)
                .params(Batch.of(sorted)
                        .ids("origin", hold -> hold.debit().origin())
                        .ids("id", NewHold::id)
                        .longs(
                                "settled",
                                hold -> settled.getOrDefault(hold.id(), Money.ZERO)
                                        .fen())
                        .params())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new HoldId(rs.getObject("hold_id", UUID.class)))
                .list());
    }

    /// What was settled of those that have ended.
    Map<HoldId, Money> ended(Collection<NewHold> holds) {
        Map<HoldId, Money> ended = new HashMap<>();
        jdbc.sql("""
                select hold_id, settled_fen from ledger.hold_end
                where origin_id = any(:origins::uuid[]) and hold_id = any(:ids::uuid[])
                """)
                .param(
                        "origins",
                        Batch.array(holds.stream()
                                .map(hold -> hold.debit().origin())
                                .distinct()
                                .toList()))
                .param("ids", Batch.array(holds.stream().map(NewHold::id).toList()))
                .query((rs, _) -> Map.entry(
                        new HoldId(rs.getObject("hold_id", UUID.class)), new Money(rs.getLong("settled_fen"))))
                .list()
                .forEach(entry -> ended.put(entry.getKey(), entry.getValue()));
        return ended;
    }

    private static NewHold hold(ResultSet rs, int number) throws SQLException {
        return new NewHold(
                new HoldId(rs.getObject("id", UUID.class)),
                LedgerAccountStore.account(rs, "debit_"),
                LedgerAccountStore.account(rs, "credit_"),
                new Money(rs.getLong("amount_fen")),
                rs.getObject("on_day", LocalDate.class),
                rs.getString("cause_kind"),
                rs.getObject("cause_id", UUID.class),
                new Particulars(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        rs.getString("rule"),
                        rs.getString("document_kind"),
                        Optional.ofNullable(rs.getObject("document_id", UUID.class))));
    }
}
