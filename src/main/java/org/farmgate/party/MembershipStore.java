package org.farmgate.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {
    private final JdbcClient database;

    MembershipStore(JdbcClient database) {
        this.database = database;
    }

    /// An organisation somebody works for, as the rights need it.
    record Post(PartyId organisation, String name, PartyKind kind, Optional<RegionId> region, MemberRole role) {}

    /// How many were new: whoever belongs already is passed over.
    int insert(List<Membership> memberships) {
        return database.sql("""
                        insert into party.membership (id, person, organisation, role, began_at)
                        select row.id, row.person, row.organisation, row.role, :at
                        from unnest(:ids, :persons, :organisations, :roles) as row (id, person, organisation, role)
                        on conflict do nothing
                        """)
                .param("at", memberships.getFirst().beganAt().atOffset(ZoneOffset.UTC))
                .param("ids", memberships.stream().map(m -> m.id().value()).toArray(UUID[]::new))
                .param(
                        "persons",
                        memberships.stream().map(m -> m.person().value()).toArray(UUID[]::new))
                .param(
                        "organisations",
                        memberships.stream().map(m -> m.organisation().value()).toArray(UUID[]::new))
                .param("roles", memberships.stream().map(m -> m.role().name()).toArray(String[]::new))
                .update();
    }

    Optional<Membership> find(MembershipId id) {
        return database.sql("select * from party.membership where id = ?")
                .param(id.value())
                .query(MembershipStore::membership)
                .optional();
    }

    /// False where it has ended before.
    boolean end(MembershipId id, Instant now) {
        return database.sql("update party.membership set ended_at = ? where id = ? and ended_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                == 1;
    }

    void endAll(PartyId person, Instant now) {
        database.sql("update party.membership set ended_at = ? where person = ? and ended_at is null")
                .params(now.atOffset(ZoneOffset.UTC), person.value())
                .update();
    }

    List<Membership> of(PartyId person) {
        return database.sql(
                        "select * from party.membership where person = ? order by ended_at nulls first, began_at, id")
                .param(person.value())
                .query(MembershipStore::membership)
                .list();
    }

    /// The ones that work for it: all but the growers of a cooperative.
    List<Membership> staffOf(PartyId organisation) {
        return database.sql("""
                        select * from party.membership
                        where organisation = ? and ended_at is null and role <> 'MEMBER' order by began_at, id
                        """)
                .param(organisation.value())
                .query(MembershipStore::membership)
                .list();
    }

    Slice<Membership> growers(PartyId organisation, Paging paging) {
        List<Membership> rows = database.sql("""
                        select m.* from party.membership m join party.party p on p.id = m.person
                        where m.organisation = :organisation and m.ended_at is null and m.role = 'MEMBER'
                          and p.search_text like :pattern escape '\\'
                        order by p.name, p.id limit :size offset :offset
                        """)
                .param("organisation", organisation.value())
                .param("pattern", paging.pattern().toLowerCase(java.util.Locale.ROOT))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(MembershipStore::membership)
                .list();
        long total = database.sql("""
                        select count(*) from party.membership m join party.party p on p.id = m.person
                        where m.organisation = :organisation and m.ended_at is null and m.role = 'MEMBER'
                          and p.search_text like :pattern escape '\\'
                        """)
                .param("organisation", organisation.value())
                .param("pattern", paging.pattern().toLowerCase(java.util.Locale.ROOT))
                .query(Long.class)
                .single();
        return Slice.of(rows, paging, total);
    }

    Set<PartyId> growersOf(PartyId organisation) {
        return new HashSet<>(database.sql("""
                        select person from party.membership
                        where organisation = ? and ended_at is null and role = 'MEMBER'
                        """)
                .param(organisation.value())
                .query((row, _) -> new PartyId(row.getObject("person", UUID.class)))
                .list());
    }

    /// Locks the organisation's managers, so that of two who leave at once the second sees that the first has gone.
    Set<PartyId> managersForUpdate(PartyId organisation) {
        return new HashSet<>(database.sql("""
                        select person from party.membership
                        where organisation = ? and ended_at is null and role = 'MANAGER' order by id for update
                        """)
                .param(organisation.value())
                .query((row, _) -> new PartyId(row.getObject("person", UUID.class)))
                .list());
    }

    List<Post> postsOf(PartyId person) {
        return database.sql("""
                        select p.id, p.name, p.kind, p.region, m.role
                        from party.membership m join party.party p on p.id = m.organisation
                        where m.person = ? and m.ended_at is null and m.role <> 'MEMBER' and p.erased_at is null
                        order by m.began_at, m.id
                        """)
                .param(person.value())
                .query((row, _) -> new Post(
                        new PartyId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        PartyKind.valueOf(row.getString("kind")),
                        Rows.id(row, "region", RegionId::new),
                        MemberRole.valueOf(row.getString("role"))))
                .list();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new MembershipId(row.getObject("id", UUID.class)),
                new PartyId(row.getObject("person", UUID.class)),
                new PartyId(row.getObject("organisation", UUID.class)),
                MemberRole.valueOf(row.getString("role")),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Rows.instant(row, "ended_at"));
    }
}
