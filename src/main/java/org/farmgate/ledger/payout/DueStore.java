package org.farmgate.ledger.payout;

import java.util.List;
import java.util.UUID;
import org.farmgate.ledger.AccountId;
import org.farmgate.ledger.AccountKind;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DueStore {
    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An account between the payer and somebody, with more than zero on its own side and not set aside.
    record Row(PartyId counterparty, AccountKind kind, AccountId account, String subject, long fen) {}

    /// Payables and receivables of the payer, by counterparty.
    List<Row> of(RegionId origin, PartyId holder) {
        return jdbc.sql("""
                select a.counterparty_id, a.kind, a.id, a.subject,
                       case a.kind when 'PAYABLE' then sum(t.credit_fen - t.debit_fen - t.held_fen)
                                   else sum(t.debit_fen - t.credit_fen) end as fen
                from ledger.account a
                join ledger.total t on t.origin_id = a.origin_id and t.account_id = a.id
                where a.origin_id = :origin and a.holder_id = :holder and a.kind in ('PAYABLE', 'RECEIVABLE')
                  and a.counterparty_id <> a.holder_id
                group by a.counterparty_id, a.kind, a.id, a.subject
                having case a.kind when 'PAYABLE' then sum(t.credit_fen - t.debit_fen - t.held_fen)
                                   else sum(t.debit_fen - t.credit_fen) end > 0
                order by a.counterparty_id, a.kind, a.id
                """)
                .param("origin", origin.value())
                .param("holder", holder.value())
                .query((rs, _) -> new Row(
                        new PartyId(rs.getObject("counterparty_id", UUID.class)),
                        AccountKind.valueOf(rs.getString("kind")),
                        new AccountId(rs.getObject("id", UUID.class)),
                        rs.getString("subject"),
                        rs.getLong("fen")))
                .list();
    }
}
