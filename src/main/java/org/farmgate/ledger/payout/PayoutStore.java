package org.farmgate.ledger.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.HoldId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayoutStore {
    private final JdbcClient jdbc;

    PayoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is set aside for a line.
    record LineHold(HoldId hold, int line, Money amount, Optional<AccountId> setOff) {}

    /// False where the id is taken; waits for whoever is using it now.
    boolean add(Payout payout, List<LineHold> holds) {
        int added = jdbc.sql("""
                insert into ledger.payout (origin_id, id, holder_id, pay_on, state, proposed_by, proposed_at)
                values (:origin, :id, :holder, :on, 'PROPOSED', :by, :at)
                on conflict do nothing
                """)
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .param("holder", payout.holder().value())
                .param("on", payout.payOn())
                .param("by", payout.proposedBy().value())
                .param("at", payout.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) return false;
        jdbc.sql("""
                insert into ledger.payout_line (origin_id, payout_id, number, payee_id, amount_fen, set_off_fen, state)
                select :origin, :id, l.*, 'PROPOSED'
                from unnest(:number::int[], :payee::uuid[], :amount::bigint[], :setOff::bigint[]) as l
                """)
                .params(Batch.of(payout.lines())
                        .ints("number", PayoutLine::number)
                        .ids("payee", PayoutLine::payee)
                        .longs("amount", line -> line.amount().fen())
                        .longs("setOff", line -> line.setOff().fen())
                        .params())
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .update();
        jdbc.sql("""
                insert into ledger.payout_hold (origin_id, payout_id, hold_id, number, amount_fen, set_off_account_id)
                select :origin, :id, h.*
                from unnest(:hold::uuid[], :number::int[], :amount::bigint[], :setOff::uuid[]) as h
                """)
                .params(Batch.of(holds)
                        .ids("hold", LineHold::hold)
                        .ints("number", LineHold::line)
                        .longs("amount", hold -> hold.amount().fen())
                        .optionalIds("setOff", LineHold::setOff)
                        .params())
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .update();
        return true;
    }

    Optional<Payout> find(PayoutId id) {
        Map<PayoutId, Payout> found = new LinkedHashMap<>();
        jdbc.sql("select * from ledger.payout where id = :id")
                .param("id", id.value())
                .query((rs, _) -> payout(rs, List.of()))
                .list()
                .forEach(payout -> found.put(payout.id(), payout));
        return Optional.ofNullable(found.get(id)).map(payout -> withLines(payout, lines(payout)));
    }

    private List<PayoutLine> lines(Payout payout) {
        return jdbc.sql("""
                select * from ledger.payout_line where origin_id = :origin and payout_id = :id order by number
                """)
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .query((rs, _) -> new PayoutLine(
                        rs.getInt("number"),
                        new PartyId(rs.getObject("payee_id", UUID.class)),
                        new Money(rs.getLong("amount_fen")),
                        new Money(rs.getLong("set_off_fen")),
                        LineState.valueOf(rs.getString("state")),
                        Optional.ofNullable(rs.getObject("ended_on", LocalDate.class)),
                        rs.getString("reason")))
                .list();
    }

    Map<HoldId, Money> holds(Payout payout) {
        Map<HoldId, Money> holds = new HashMap<>();
        jdbc.sql("select hold_id, amount_fen from ledger.payout_hold where origin_id = :origin and payout_id = :id")
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .query((rs, _) ->
                        Map.entry(new HoldId(rs.getObject("hold_id", UUID.class)), new Money(rs.getLong("amount_fen"))))
                .list()
                .forEach(entry -> holds.put(entry.getKey(), entry.getValue()));
        return holds;
    }

    /// Whether every debt it was set off against was as large, after the set-off has been posted: whoever
    /// repays one at this moment has waited for us, or we for them.
    boolean debtsStood(Payout payout) {
        return jdbc.sql("""
                select count(*) = 0 from (
                  select h.set_off_account_id
                  from ledger.payout_hold h
                  left join ledger.total t on t.origin_id = h.origin_id and t.account_id = h.set_off_account_id
                  where h.origin_id = :origin and h.payout_id = :id and h.set_off_account_id is not null
                  group by h.set_off_account_id
                  having coalesce(sum(t.debit_fen - t.credit_fen), 0) < 0) smaller
                """)
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .query(Boolean.class)
                .single();
    }

    /// Ends the proposal and its lines. False when somebody else was faster.
    boolean end(Payout payout, PayoutState state, LineState lines, PartyId by, Instant at) {
        int ended = jdbc.sql("""
                update ledger.payout set state = :state, ended_by = :by, ended_at = :at
                where origin_id = :origin and id = :id and state = 'PROPOSED'
                """)
                .param("state", state.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .update();
        if (ended == 0) return false;
        jdbc.sql("""
                update ledger.payout_line set state = :state where origin_id = :origin and payout_id = :id
                """)
                .param("state", lines.name())
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .update();
        return true;
    }

    /// Answers how many were in that state and now are in the other.
    int move(Payout payout, Collection<Integer> lines, LineState from, LineState to, LocalDate on, String reason) {
        return jdbc.sql("""
                update ledger.payout_line set state = :to, ended_on = :on, reason = :reason
                where origin_id = :origin and payout_id = :id and number = any(:numbers::int[]) and state = :from
                """)
                .param("to", to.name())
                .param("on", on)
                .param("reason", reason)
                .param("origin", payout.origin().value())
                .param("id", payout.id().value())
                .param("numbers", lines.toArray(Integer[]::new))
                .param("from", from.name())
                .update();
    }

    static Payout payout(ResultSet rs, List<PayoutLine> lines) throws SQLException {
        return new Payout(
                new PayoutId(rs.getObject("id", UUID.class)),
                new RegionId(rs.getObject("origin_id", UUID.class)),
                new PartyId(rs.getObject("holder_id", UUID.class)),
                rs.getObject("pay_on", LocalDate.class),
                PayoutState.valueOf(rs.getString("state")),
                new PartyId(rs.getObject("proposed_by", UUID.class)),
                rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rs.getObject("ended_by", UUID.class)).map(PartyId::new),
                Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                lines);
    }

    private static Payout withLines(Payout payout, List<PayoutLine> lines) {
        return new Payout(
                payout.id(),
                payout.origin(),
                payout.holder(),
                payout.payOn(),
                payout.state(),
                payout.proposedBy(),
                payout.proposedAt(),
                payout.endedBy(),
                payout.endedAt(),
                lines);
    }
}
