package org.farmgate.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
        String where = "where erased_at is null"
                + (paging.search().isEmpty() ? "" : " and search_text like :pattern escape '\\'")
                + kind.map(_ -> " and kind = :kind").orElse("")
                + switch (reach) {
                    case Reach.Everything _ -> "";
                    // One county reads its index in order; several must sort.
                    case Reach.Regions(var counties) ->
                        counties.size() == 1
                                ? " and county = (cast(:reach as uuid[]))[1]"
                                : " and county = any(:reach)";
                    case Reach.Parties _ -> " and id = any(:reach)";
                };
        long total = asked("select count(*) from party.party " + where, reach, paging, kind)
                .query(Long.class)
                .single();
        // The second half of a long list is read from its end, so no page lies deeper than the middle.
        boolean fromEnd = paging.offset() > total / 2;
        long size = Math.clamp(total - paging.offset(), 0, paging.size());
        if (size == 0) return Slice.of(List.of(), paging, total);
        String page = "select id from party.party " + where
                + (fromEnd ? " order by name desc, id desc" : " order by name, id")
                + " limit :size offset :offset";
        List<Party> rows = asked(
                        "select * from party.party where id in (" + page + ") order by name, id", reach, paging, kind)
                .param("size", size)
                .param("offset", fromEnd ? Math.max(0, total - paging.offset() - size) : paging.offset())
                .query(PartyStore::party)
                .list();
        return Slice.of(rows, paging, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Reach reach, Paging paging, Optional<PartyKind> kind) {
        var asked = database.sql(sql);
        if (!paging.search().isEmpty())
            asked = asked.param("pattern", paging.pattern().toLowerCase(Locale.ROOT));
        if (kind.isPresent()) asked = asked.param("kind", kind.get().name());
        return switch (reach) {
            case Reach.Everything _ -> asked;
            case Reach.Regions(var counties) -> asked.param("reach", Rows.uuids(counties));
            case Reach.Parties(var parties) -> asked.param("reach", Rows.uuids(parties));
        };
    }

    void amend(Party party) {
        database.sql("""
                        update party.party set name = :name, telephone = cast(:telephone as text),
                            region = cast(:region as uuid), county = cast(:county as uuid)
                        where id = :id
                        """)
                .param("name", party.name())
                .param("telephone", party.telephone().orElse(null))
                .param("region", party.region().map(RegionId::value).orElse(null))
                .param("county", party.county().map(RegionId::value).orElse(null))
                .param("id", party.id().value())
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
