package org.farmgate.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who else takes part in a show: invited by its organiser, by their own word.
@Service
@Transactional
public class Participants {
    private final JdbcClient jdbc;
    private final ShowStore shows;
    private final Parties parties;
    private final Audit audit;
    private final Clock clock;

    Participants(JdbcClient jdbc, ShowStore shows, Parties parties, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.shows = shows;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    /// For the organiser. Twice is once; who left is invited again. Refuses by [NotFound].
    public void invite(Actor actor, ShowId id, PartyId party, Participant.Part part) {
        Show show = shows.find(id).filter(one -> Shows.leads(actor, one)).orElseThrow(() -> new NotFound("show", id));
        Party invited = parties.get(party);
        if (party.equals(show.organiser()) || !invited.kind().isOrganisation()) throw new NotFound("party", party);
        jdbc.sql("""
                insert into live.participant as p (show_id, party_id, part, state, invited_at)
                values (:show, :party, :part, 'INVITED', :at)
                on conflict (show_id, party_id) do update set part = excluded.part,
                  state = case when p.state = 'LEFT' then 'INVITED' else p.state end
                """)
                .param("show", id.value())
                .param("party", party.value())
                .param("part", part.name())
                .param("at", ShowStore.time(clock.instant()))
                .update();
        audit.record(actor, "show.invited", "show", id, Map.of("name", invited.name(), "part", part.name()));
    }

    /// For whoever was invited: they take part, or they do not. Refuses by [NotFound].
    public void answer(Actor actor, ShowId id, boolean joins) {
        int changed = jdbc.sql("""
                update live.participant set state = :state where show_id = :show and party_id = :party
                """)
                .param("state", joins ? "JOINED" : "LEFT")
                .param("show", id.value())
                .param("party", actor.organisation().value())
                .update();
        if (changed == 0) throw new NotFound("show", id);
    }

    @Transactional(readOnly = true)
    public List<Participant> of(ShowId id) {
        return jdbc.sql("select * from live.participant where show_id = :show order by invited_at, party_id")
                .param("show", id.value())
                .query((row, number) -> new Participant(
                        id,
                        new PartyId(row.getObject("party_id", UUID.class)),
                        Participant.Part.valueOf(row.getString("part")),
                        Participant.Standing.valueOf(row.getString("state"))))
                .list();
    }

    /// Whether this organisation brings goods along.
    boolean sells(ShowId id, PartyId party) {
        return of(id).stream()
                .anyMatch(one -> one.party().equals(party)
                        && one.part() == Participant.Part.SELLER
                        && one.standing() == Participant.Standing.JOINED);
    }
}
