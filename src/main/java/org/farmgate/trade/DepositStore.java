package org.farmgate.trade;

import static org.farmgate.trade.DemandReadStore.instant;
import static org.farmgate.trade.DemandReadStore.uuid;
import static org.farmgate.trade.DemandStore.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to deposits. Rows are added under the contract's lock and never changed.
@Repository
class DepositStore {
    private final JdbcClient jdbc;

    DepositStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the id is taken.
    boolean insert(RegionId origin, DepositEntry entry, PartyId person) {
        return jdbc.sql("""
                        insert into trade.deposit_entry (origin_id, id, contract_id, kind, amount_fen, entry_on, note,
                          person_id, person_name, entered_at)
                        values (:origin, :id, :contract, :kind, :amount, :on, :note, :person, :name, :at)
                        on conflict do nothing
                        """)
                        .param("origin", origin.value())
                        .param("id", entry.id().value())
                        .param("contract", entry.contract().value())
                        .param("kind", entry.kind().name())
                        .param("amount", entry.amount().fen())
                        .param("on", entry.on())
                        .param("note", entry.note())
                        .param("person", person.value())
                        .param("name", entry.enteredBy())
                        .param("at", time(entry.enteredAt()))
                        .update()
                == 1;
    }

    Optional<DepositEntry> find(RegionId origin, DepositEntry.DepositEntryId id) {
        return jdbc.sql("select * from trade.deposit_entry where origin_id = :origin and id = :id")
                .param("origin", origin.value())
                .param("id", id.value())
                .query(DepositStore::entry)
                .optional();
    }

    /// The earliest first.
    List<DepositEntry> of(RegionId origin, ContractId contract) {
        return jdbc.sql("""
                select * from trade.deposit_entry where origin_id = :origin and contract_id = :contract
                order by entered_at, id
                """)
                .param("origin", origin.value())
                .param("contract", contract.value())
                .query(DepositStore::entry)
                .list();
    }

    private static DepositEntry entry(ResultSet row, int number) throws SQLException {
        return new DepositEntry(
                new DepositEntry.DepositEntryId(uuid(row, "id")),
                new ContractId(uuid(row, "contract_id")),
                DepositEntry.Kind.valueOf(row.getString("kind")),
                new Money(row.getLong("amount_fen")),
                row.getObject("entry_on", LocalDate.class),
                row.getString("note"),
                row.getString("person_name"),
                instant(row, "entered_at"));
    }
}
