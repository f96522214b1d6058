package org.farmgate.logistics.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Batch;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.farmgate.product.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalStore {
    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Proposal proposal) {
        int fresh = jdbc.sql("""
                insert into logistics.proposal (id, owner_id, warehouse_id, made_at, made_by, stage)
                values (:id, :owner, :warehouse, :at, :by, 'OPEN') on conflict do nothing
                """)
                .param("id", proposal.id().value())
                .param("owner", proposal.owner().value())
                .param("warehouse", proposal.warehouse().value())
                .param("at", proposal.madeAt().atOffset(ZoneOffset.UTC))
                .param("by", proposal.madeBy())
                .update();
        if (fresh == 0) return false;
        Map<String, Object> params = Batch.of(proposal.lines())
                .ids("line", Proposal.Line::line)
                .ids("store", Proposal.Line::store)
                .ids("product", Proposal.Line::product)
                .longs("pack", line -> line.pack().grams())
                .dates("arrives", Proposal.Line::arrivesOn)
                .dates("covers", Proposal.Line::coversUntil)
                .dates("fresh", Proposal.Line::freshUntil)
                .ints("days", Proposal.Line::daysKnown)
                .longs("daily", line -> line.dailySales().grams())
                .texts("weekdays", line -> String.valueOf(line.weekdays()))
                .longs("onHand", line -> line.onHand().grams())
                .texts("basis", line -> line.basis().name())
                .longs("underWay", line -> line.underWay().grams())
                .longs("until", line -> line.soldUntil().grams())
                .longs("target", line -> line.target().grams())
                .ints("wanted", Proposal.Line::wanted)
                .ints("proposed", Proposal.Line::proposed)
                .ints("packs", Proposal.Line::packs)
                .texts("why", line -> line.why().name())
                .params();
        params.put(
                "error",
                proposal.lines().stream()
                        .map(line -> line.errorBasisPoints().isPresent()
                                ? Integer.valueOf(line.errorBasisPoints().getAsInt())
                                : null)
                        .toArray(Integer[]::new));
        jdbc.sql("""
                insert into logistics.proposal_line (proposal_id, line_id, store_id, product_id, pack_grams, arrives_on,
                  covers_until, fresh_until, days_known, daily_grams, error_bp, weekdays, on_hand_grams, basis,
                  under_way_grams, until_grams, target_grams, wanted_packs, proposed_packs, packs, why)
                select :proposal, w.* from unnest(:line::uuid[], :store::uuid[], :product::uuid[], :pack::bigint[],
                  :arrives::date[], :covers::date[], :fresh::date[], :days::int[], :daily::bigint[], :error::int[],
                  :weekdays::boolean[], :onHand::bigint[], :basis::text[], :underWay::bigint[], :until::bigint[],
                  :target::bigint[], :wanted::int[], :proposed::int[], :packs::int[], :why::text[]) as w
                """).params(params).param("proposal", proposal.id().value()).update();
        return true;
    }

    /// Of one that is open and locked.
    void adjust(ProposalId id, Map<StoreLineId, Integer> packs) {
        jdbc.sql("""
                update logistics.proposal_line l set packs = w.packs
                from unnest(:lines::uuid[], :packs::int[]) as w (line_id, packs)
                where l.proposal_id = :id and l.line_id = w.line_id
                """)
                .param("id", id.value())
                .params(Batch.of(packs.entrySet())
                        .ids("lines", Map.Entry::getKey)
                        .ints("packs", Map.Entry::getValue)
                        .params())
                .update();
    }

    void sent(ProposalId id, Map<StoreLineId, Integer> packs) {
        jdbc.sql("""
                update logistics.proposal_line l set sent_packs = w.packs
                from unnest(:lines::uuid[], :packs::int[]) as w (line_id, packs)
                where l.proposal_id = :id and l.line_id = w.line_id
                """)
                .param("id", id.value())
                .params(Batch.of(packs.entrySet())
                        .ids("lines", Map.Entry::getKey)
                        .ints("packs", Map.Entry::getValue)
                        .params())
                .update();
    }

    void close(ProposalId id, Proposal.Stage stage, String by, Instant at) {
        jdbc.sql("""
                update logistics.proposal set stage = :stage, closed_at = :at, closed_by = :by
                where id = :id and stage = 'OPEN'
                """)
                .param("stage", stage.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id.value())
                .update();
    }

    /// All that are open of an owner at a warehouse.
    void discardOpen(PartyId owner, SiteId warehouse, String by, Instant at) {
        jdbc.sql("""
                update logistics.proposal set stage = 'DISCARDED', closed_at = :at, closed_by = :by
                where owner_id = :owner and warehouse_id = :warehouse and stage = 'OPEN'
                """)
                .param("owner", owner.value())
                .param("warehouse", warehouse.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// As it is once nobody else is changing it.
    Optional<Proposal> lock(ProposalId id) {
        return head("select * from logistics.proposal where id = :id for update", id);
    }

    Optional<Proposal> find(ProposalId id) {
        return head("select * from logistics.proposal where id = :id", id);
    }

    private Optional<Proposal> head(String sql, ProposalId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, number) -> head(row, lines(id)))
                .optional();
    }

    /// Without their lines, the latest first; all where nobody is named.
    Slice<Proposal> search(Optional<PartyId> owner, Paging paging) {
        Map<String, Object> params = new HashMap<>();
        params.put("owner", owner.map(PartyId::value).orElse(null));
        params.put("size", paging.size());
        params.put("offset", paging.offset());
        String where = " from logistics.proposal where cast(:owner as uuid) is null or owner_id = :owner";
        List<Proposal> rows = jdbc.sql("select *" + where + " order by made_at desc, id limit :size offset :offset")
                .params(params)
                .query((row, number) -> head(row, List.of()))
                .list();
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    private List<Proposal.Line> lines(ProposalId id) {
        return jdbc.sql("select * from logistics.proposal_line where proposal_id = :id order by store_id, product_id")
                .param("id", id.value())
                .query(ProposalStore::line)
                .list();
    }

    private static Proposal head(ResultSet row, List<Proposal.Line> lines) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("owner_id", UUID.class)),
                new SiteId(row.getObject("warehouse_id", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                Proposal.Stage.valueOf(row.getString("stage")),
                row.getString("closed_by"),
                lines);
    }

    private static Proposal.Line line(ResultSet row, int number) throws SQLException {
        Integer error = row.getObject("error_bp", Integer.class);
        return new Proposal.Line(
                new StoreLineId(row.getObject("line_id", UUID.class)),
                new SiteId(row.getObject("store_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new Mass(row.getLong("pack_grams")),
                row.getObject("arrives_on", LocalDate.class),
                row.getObject("covers_until", LocalDate.class),
                row.getObject("fresh_until", LocalDate.class),
                row.getInt("days_known"),
                new Mass(row.getLong("daily_grams")),
                error == null ? OptionalInt.empty() : OptionalInt.of(error),
                row.getBoolean("weekdays"),
                new Mass(row.getLong("on_hand_grams")),
                Proposal.Basis.valueOf(row.getString("basis")),
                new Mass(row.getLong("under_way_grams")),
                new Mass(row.getLong("until_grams")),
                new Mass(row.getLong("target_grams")),
                row.getInt("wanted_packs"),
                row.getInt("proposed_packs"),
                row.getInt("packs"),
                Proposal.Why.valueOf(row.getString("why")),
                Optional.ofNullable(row.getObject("sent_packs", Integer.class)));
    }
}
