package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes the rounds themselves and their trail. Whoever changes a round, its stops or tasks first takes its lock,
/// of several always in the order of their ids: so dispatchers and drivers come one after the other.
@Repository
class RoundStore {
    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False where the id is taken.
    boolean insert(Round round, Instant at) {
        return jdbc.sql("""
                        insert into logistics.round (origin_id, id, owner_id, depot_id, day, vehicle_id, driver_id,
                          shift_from, shift_to, plan_id, created_at)
                        values (:origin, :id, :owner, :depot, :day, :vehicle, :driver::uuid, :from, :to, :plan::uuid, :at)
                        on conflict do nothing
                        """)
                        .param("origin", round.origin().value())
                        .param("id", round.id().value())
                        .param("owner", round.owner().value())
                        .param("depot", round.depot().value())
                        .param("day", round.day())
                        .param("vehicle", round.vehicle().value())
                        .param("driver", text(round.driver()))
                        .param("from", round.shift().from())
                        .param("to", round.shift().to())
                        .param("plan", text(round.plan()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static @org.jspecify.annotations.Nullable String text(Optional<?> id) {
        return id.map(Object::toString).orElse(null);
    }

    /// Held to the end of the transaction.
    void lock(Collection<Round> rounds) {
        rounds.stream()
                .distinct()
                .sorted(Comparator.comparing(round -> round.id().value()))
                .forEach(round -> jdbc.sql(
                                "select id from logistics.round where origin_id = :origin and id = :id for update")
                        .param("origin", round.origin().value())
                        .param("id", round.id().value())
                        .query(UUID.class)
                        .single());
    }

    /// One at a time asks whether a vehicle or driver is free.
    void lockDay(PartyId owner, java.time.LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "rounds " + owner + " " + day)
                .query((row, number) -> number)
                .list();
    }

    /// What a dispatcher changes; the version counts up.
    void change(Round now) {
        jdbc.sql("""
                update logistics.round set state = :state, driver_id = :driver::uuid, locked = :locked,
                  version = version + 1, metres = :metres, empty_metres = :empty, gram_metres = :carried, cost_fen = :cost,
                  shift_from = :from, shift_to = :to
                where origin_id = :origin and id = :id
                """)
                .param("state", now.state().name())
                .param("driver", text(now.driver()))
                .param("locked", now.locked())
                .param("metres", now.sums().metres())
                .param("empty", now.sums().emptyMetres())
                .param("carried", now.sums().gramMetres())
                .param("cost", now.sums().cost().fen())
                .param("from", now.shift().from())
                .param("to", now.shift().to())
                .param("origin", now.origin().value())
                .param("id", now.id().value())
                .update();
    }

    /// The earliest start that is told counts, whatever order it is told in.
    void start(Round round, Instant at) {
        jdbc.sql("""
                update logistics.round set state = case when state = 'PLANNED' then 'DRIVING' else state end,
                  started_at = least(coalesce(started_at, :at), :at)
                where origin_id = :origin and id = :id and state in ('PLANNED', 'DRIVING', 'DONE')
                """)
                .param("origin", round.origin().value())
                .param("id", round.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Its driver gives it up to somebody else.
    void leaves(Round round, Instant at) {
        jdbc.sql("""
                insert into logistics.round_driver_before (origin_id, round_id, person_id, until)
                values (:origin, :id, :person, :at)
                on conflict (origin_id, round_id, person_id) do update set until = excluded.until
                """)
                .param("origin", round.origin().value())
                .param("id", round.id().value())
                .param("person", round.driver().orElseThrow().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether it was given to them, and then to somebody else.
    boolean drove(Round round, PartyId person) {
        return jdbc.sql("""
                select exists (select 1 from logistics.round_driver_before
                  where origin_id = :origin and round_id = :id and person_id = :person)
                """)
                .param("origin", round.origin().value())
                .param("id", round.id().value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void finish(Round round, Instant at, Round.Sums sums) {
        jdbc.sql("""
                update logistics.round set state = 'DONE', ended_at = greatest(:at, started_at), metres = :metres,
                  empty_metres = :empty, gram_metres = :carried, cost_fen = :cost
                where origin_id = :origin and id = :id and state = 'DRIVING'
                """)
                .param("origin", round.origin().value())
                .param("id", round.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("metres", sums.metres())
                .param("empty", sums.emptyMetres())
                .param("carried", sums.gramMetres())
                .param("cost", sums.cost().fen())
                .update();
    }

    /// What was told after the end changes what the round came to.
    void sum(Round round, Round.Sums sums) {
        jdbc.sql("""
                update logistics.round set metres = :metres, empty_metres = :empty, gram_metres = :carried, cost_fen = :cost
                where origin_id = :origin and id = :id
                """)
                .param("origin", round.origin().value())
                .param("id", round.id().value())
                .param("metres", sums.metres())
                .param("empty", sums.emptyMetres())
                .param("carried", sums.gramMetres())
                .param("cost", sums.cost().fen())
                .update();
    }

    void step(Round of, RoundStep.What what, Instant at, Optional<Actor> by, String note) {
        jdbc.sql("""
                insert into logistics.round_step (origin_id, round_id, at, what, person_id, person_name,
                  organisation_name, note)
                values (:origin, :id, :at, :what, :person::uuid, :name, :organisation, :note)
                """)
                .param("origin", of.origin().value())
                .param("id", of.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("what", what.name())
                .param("person", by.map(actor -> actor.person().toString()).orElse(null))
                .param("name", by.map(Actor::personName).orElse(""))
                .param("organisation", by.map(Actor::organisationName).orElse(""))
                .param("note", note)
                .update();
    }

    List<RoundStep> steps(Round of) {
        return jdbc.sql("""
                select * from logistics.round_step where origin_id = :origin and round_id = :id order by number limit 1000
                """)
                .param("origin", of.origin().value())
                .param("id", of.id().value())
                .query((row, number) -> new RoundStep(
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        RoundStep.What.valueOf(row.getString("what")),
                        row.getString("person_name"),
                        row.getString("organisation_name"),
                        row.getString("note")))
                .list();
    }
}
