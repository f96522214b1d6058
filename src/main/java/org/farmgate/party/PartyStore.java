package org.farmgate.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farmgate.place.DivisionId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Id;
import org.farmgate.platform.LongList;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartyStore {
    private final JdbcClient database;

    PartyStore(JdbcClient database) {
        this.database = database;
    }

    /// How many were new: ids and codes that are there already are passed over.
    int insert(List<Party> parties, Optional<PartyId> by) {
        return database.sql("""
                        insert into party.party
                            (id, kind, code, name, region, county, division, telephone, registered_by, registered_at)
                        select id, kind, code, name, region, county, division, telephone, cast(:by as uuid), :at
                        from unnest(:ids, :kinds, :codes, :names, :regions, :counties, :divisions, :telephones)
                             as row (id, kind, code, name, region, county, division, telephone)
                        on conflict do nothing
                        """)
                .param("by", by.map(PartyId::value).orElse(null))
                .param("at", at(parties.getFirst().registeredAt()))
                .param("ids", parties.stream().map(p -> p.id().value()).toArray(UUID[]::new))
                .param("kinds", parties.stream().map(p -> p.kind().name()).toArray(String[]::new))
                .param("codes", parties.stream().map(Party::code).toArray(String[]::new))
                .param("names", parties.stream().map(Party::name).toArray(String[]::new))
                .param("regions", uuids(parties, Party::region))
                .param("counties", uuids(parties, Party::county))
                .param("divisions", uuids(parties, Party::division))
                .param(
                        "telephones",
                        parties.stream().map(p -> p.telephone().orElse(null)).toArray(String[]::new))
                .update();
    }

    Optional<Party> find(PartyId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    Map<PartyId, Party> byIds(Collection<PartyId> ids) {
        return database
                .sql("select * from party.party where id = any(:ids)")
                .param("ids", Rows.uuids(ids))
                .query(PartyStore::party)
                .list()
                .stream()
                .collect(Collectors.toMap(Party::id, Function.identity()));
    }

    Map<String, Party> byCodes(Collection<String> codes) {
        return database
                .sql("select * from party.party where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(PartyStore::party)
                .list()
                .stream()
                .collect(Collectors.toMap(Party::code, Function.identity()));
    }

    /// That many numbers nobody else gets.
    List<Long> codeNumbers(int count) {
        return database.sql("select nextval('party.code_number') from generate_series(1, ?)")
                .param(count)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    Slice<Party> search(Reach reach, Paging paging, Optional<PartyKind> kind) {
        Map<String, Object> values = new HashMap<>();
        return new LongList(
                        "party.party p",
                        where(reach, paging, kind, values),
                        values,
                        "p.id",
                        "select p.* from page join party.party p using (id)",
                        List.of("p.name", "p.id"))
                .read(database, paging, PartyStore::party);
    }

    /// The first of those that a search finds, by name.
    List<PartyId> named(Reach reach, Paging paging) {
        Map<String, Object> values = new HashMap<>();
        String where = String.join(" and ", where(reach, paging, Optional.empty(), values));
        return database.sql("select p.id from party.party p where %s order by p.name, p.id limit %d"
                        .formatted(where, paging.size()))
                .params(values)
                .query((row, _) -> new PartyId(row.getObject("id", UUID.class)))
                .list();
    }

    private static List<String> where(
            Reach reach, Paging paging, Optional<PartyKind> kind, Map<String, Object> values) {
        List<String> where = new ArrayList<>(List.of("p.erased_at is null"));
        if (!paging.search().isEmpty()) {
            where.add("p.search_text like :pattern escape '\\'");
            values.put("pattern", paging.pattern().toLowerCase(Locale.ROOT));
        }
        kind.ifPresent(one -> {
            where.add("p.kind = :kind");
            values.put("kind", one.name());
        });
        switch (reach) {
            case Reach.Everything _ -> {}
            case Reach.Regions(var counties) -> {
                // One county reads its index in order; several must sort.
                where.add(counties.size() == 1 ? "p.county = (cast(:reach as uuid[]))[1]" : "p.county = any(:reach)");
                values.put("reach", Rows.uuids(counties));
            }
            case Reach.Parties(var parties) -> {
                where.add("p.id = any(:reach)");
                values.put("reach", Rows.uuids(parties));
            }
        }
        return where;
    }

    void amendAll(List<Party> parties) {
        database.sql("""
                        update party.party p set name = n.name, telephone = n.telephone, region = n.region,
                            county = n.county, division = n.division
                        from unnest(:ids::uuid[], :names::text[], :telephones::text[], :regions::uuid[],
                          :counties::uuid[], :divisions::uuid[]) as n (id, name, telephone, region, county, division)
                        where p.id = n.id
                        """)
                .param("ids", parties.stream().map(p -> p.id().value()).toArray(UUID[]::new))
                .param("names", parties.stream().map(Party::name).toArray(String[]::new))
                .param(
                        "telephones",
                        parties.stream().map(p -> p.telephone().orElse(null)).toArray(String[]::new))
                .param("regions", uuids(parties, Party::region))
                .param("counties", uuids(parties, Party::county))
                .param("divisions", uuids(parties, Party::division))
                .update();
    }

    void erase(PartyId id, Instant now) {
        database.sql(
                        "update party.party set name = ?, telephone = null, erased_at = ? where id = ? and erased_at is null")
                .params(Party.NOBODY, at(now), id.value())
                .update();
    }

    private static UUID[] uuids(List<Party> parties, Function<Party, ? extends Optional<? extends Id>> part) {
        return parties.stream()
                .map(party -> part.apply(party).map(Id::value).orElse(null))
                .toArray(UUID[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        return new Party(
                new PartyId(row.getObject("id", UUID.class)),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                Rows.id(row, "region", RegionId::new),
                Rows.id(row, "county", RegionId::new),
                Rows.id(row, "division", DivisionId::new),
                Optional.ofNullable(row.getString("telephone")),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("erased_at") != null);
    }
}
