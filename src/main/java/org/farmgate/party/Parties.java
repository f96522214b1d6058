package org.farmgate.party;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people and organisations: the one way to them. Reading by id is open to all modules (they show
/// names); what a person may look at is asked by [#see] and [#search].
@Service
@Transactional
public class Parties {
    private final PartyStore store;
    private final MembershipStore memberships;
    private final Reaches reaches;
    private final Regions regions;
    private final Audit audit;
    private final Clock clock;

    Parties(PartyStore store, MembershipStore memberships, Reaches reaches, Regions regions, Audit audit, Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.reaches = reaches;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A grower that a cooperative registers becomes its member. Refuses by KIND_NOT_YOURS,
    /// OUTSIDE_YOUR_REGION, PARTY_ID_ALREADY_USED, PARTY_CODE_TAKEN.
    public Party register(Actor actor, NewParty wanted) {
        return registerAll(actor, List.of(wanted)).getFirst();
    }

    /// All of them or none, in the order given. Refuses as [#register].
    public List<Party> registerAll(Actor actor, List<NewParty> wanted) {
        if (wanted.isEmpty()) return List.of();
        Reach reach = reaches.of(actor);
        List<Party> parties = complete(wanted);
        parties.forEach(party -> requireOwn(actor, reach, party));
        Map<PartyId, Party> before = store.byIds(parties.stream().map(Party::id).toList());
        List<Party> fresh = parties.stream()
                .filter(party -> !before.containsKey(party.id()))
                .toList();
        for (Party party : parties)
            if (before.containsKey(party.id()) && !party.sameAs(before.get(party.id())))
                throw new RuleBroken(PartyRule.PARTY_ID_ALREADY_USED);
        if (!fresh.isEmpty()) insert(actor, reach, fresh);
        return parties.stream()
                .map(party -> before.getOrDefault(party.id(), party))
                .toList();
    }

    @Transactional(readOnly = true)
    public Party get(PartyId id) {
        return find(id).orElseThrow(() -> new NotFound("party", id));
    }

    @Transactional(readOnly = true)
    public Optional<Party> find(PartyId id) {
        return store.find(id);
    }

    /// As [#get], but what lies outside the asker's reach is not found. Organisations are open to all who
    /// are signed in: one must know whom one deals with.
    @Transactional(readOnly = true)
    public Party see(Actor actor, PartyId id) {
        Party party = get(id);
        boolean open = party.kind().isOrganisation()
                || actor.person().equals(id)
                || memberships.staffOf(actor.organisation()).stream()
                        .anyMatch(member -> member.person().equals(id))
                || Representation.isWithin(reaches.of(actor), party);
        if (!open) throw new NotFound("party", id);
        return party;
    }

    /// Unknown ids are simply not in the answer.
    @Transactional(readOnly = true)
    public Map<PartyId, Party> byIds(Collection<PartyId> ids) {
        return ids.isEmpty() ? Map.of() : store.byIds(ids);
    }

    /// By the short codes that files use; unknown ones are not in the answer.
    @Transactional(readOnly = true)
    public Map<String, Party> byCode(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : store.byCodes(codes);
    }

    /// Within the asker's reach, by name or code, in the order of names.
    @Transactional(readOnly = true)
    public Slice<Party> search(Actor actor, Paging paging, Optional<PartyKind> kind) {
        return store.search(reaches.of(actor), paging, kind);
    }

    /// The first 200 within the asker's reach whose name or code holds the text: for lists of what belongs
    /// to somebody. Nobody where nothing is searched for.
    @Transactional(readOnly = true)
    public List<PartyId> named(Actor actor, String text) {
        var paging = new Paging(0, 200, text);
        return paging.search().isEmpty() ? List.of() : store.named(reaches.of(actor), paging);
    }

    /// Organisations of that kind, whoever asks: to choose whom to deal with.
    @Transactional(readOnly = true)
    public Slice<Party> organisations(PartyKind kind, Paging paging) {
        if (!kind.isOrganisation()) throw new IllegalArgumentException("people are not listed to everybody");
        return store.search(new Reach.Everything(), paging, Optional.of(kind));
    }

    /// Corrects name, telephone or region. Refuses by PARTY_ERASED, OUTSIDE_YOUR_REGION.
    public Party amend(Actor actor, PartyId id, String name, Optional<String> telephone, Optional<RegionId> region) {
        Party before = see(actor, id);
        if (before.erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
        boolean own = actor.actsFor(id) && actor.may(Right.MANAGE_ORGANISATION)
                || actor.person().equals(id);
        if (!own) requireMayRegister(actor, before.kind());
        Party after = new Party(
                id,
                before.kind(),
                before.code(),
                name,
                region,
                region.map(place -> regions.countiesOf(List.of(place)).get(place)),
                before.division(),
                telephone,
                before.registeredAt(),
                false);
        if (!own && !before.region().equals(region)) requireOwn(actor, reaches.of(actor), after);
        store.amendAll(List.of(after));
        audit.record(actor, "party.amended", "party", id, Map.of("code", before.code()));
        return after;
    }

    /// Corrects many growers as a file says, in a few statements. Refuses by OUTSIDE_YOUR_REGION,
    /// PARTY_ERASED; somebody outside the asker's reach is not found.
    void amendAll(Actor actor, List<NewParty> wanted) {
        if (wanted.isEmpty()) return;
        Reach reach = reaches.of(actor);
        Map<PartyId, Party> before =
                store.byIds(wanted.stream().map(NewParty::id).toList());
        List<Party> after = complete(wanted.stream()
                .map(one ->
                        one.coded(Objects.requireNonNull(before.get(one.id())).code()))
                .toList());
        for (Party party : after) {
            if (!Representation.isWithin(reach, Objects.requireNonNull(before.get(party.id()))))
                throw new NotFound("party", party.id());
            if (Objects.requireNonNull(before.get(party.id())).erased()) throw new RuleBroken(PartyRule.PARTY_ERASED);
            requireOwn(actor, reach, party);
        }
        store.amendAll(after);
        audit.record(
                actor,
                "party.amended",
                "party",
                after.getFirst().id(),
                Map.of(
                        "count",
                        String.valueOf(after.size()),
                        "code",
                        after.getFirst().code()));
    }

    /// Codes and counties are filled in for all at once.
    private List<Party> complete(List<NewParty> wanted) {
        Instant now = clock.instant();
        int uncoded =
                (int) wanted.stream().filter(party -> party.code().isEmpty()).count();
        Iterator<Long> numbers = uncoded == 0
                ? List.<Long>of().iterator()
                : store.codeNumbers(uncoded).iterator();
        Set<RegionId> named =
                wanted.stream().flatMap(party -> party.region().stream()).collect(Collectors.toSet());
        Map<RegionId, RegionId> counties = named.isEmpty() ? Map.of() : regions.countiesOf(named);
        List<Party> parties = new ArrayList<>();
        for (NewParty one : wanted)
            parties.add(new Party(
                    one.id(),
                    one.kind(),
                    one.code()
                            .map(code -> code.toUpperCase(Locale.ROOT))
                            .orElseGet(() -> "%s-%06d".formatted(one.kind().codePrefix(), numbers.next())),
                    one.name().strip(),
                    one.region(),
                    one.region().map(counties::get),
                    one.division(),
                    one.telephone(),
                    now,
                    false));
        return parties;
    }

    private void insert(Actor actor, Reach reach, List<Party> fresh) {
        if (store.insert(fresh, Optional.of(actor.organisation())) != fresh.size()) {
            Set<String> taken =
                    store.byCodes(fresh.stream().map(Party::code).toList()).keySet();
            throw new RuleBroken(
                    PartyRule.PARTY_CODE_TAKEN,
                    String.join(", ", taken.stream().limit(3).toList()));
        }
        if (reach instanceof Reach.Parties) {
            Instant now = clock.instant();
            List<Membership> members = fresh.stream()
                    .filter(party -> party.kind() == PartyKind.GROWER)
                    .map(party -> new Membership(
                            MembershipId.next(),
                            party.id(),
                            actor.organisation(),
                            MemberRole.MEMBER,
                            now,
                            Optional.empty()))
                    .toList();
            if (!members.isEmpty()) memberships.insert(members);
        }
        audit.record(
                actor,
                "party.registered",
                "party",
                fresh.getFirst().id(),
                Map.of(
                        "count",
                        String.valueOf(fresh.size()),
                        "code",
                        fresh.getFirst().code()));
    }

    private static void requireOwn(Actor actor, Reach reach, Party party) {
        requireMayRegister(actor, party.kind());
        if (party.kind() == PartyKind.GROWER
                && reach instanceof Reach.Regions(var counties)
                && party.county().filter(counties::contains).isEmpty())
            throw new RuleBroken(PartyRule.OUTSIDE_YOUR_REGION);
    }

    private static void requireMayRegister(Actor actor, PartyKind kind) {
        boolean may = switch (kind) {
            case GROWER -> actor.may(Right.MANAGE_PARTIES);
            case PERSON -> actor.may(Right.MANAGE_ORGANISATION);
            case COOPERATIVE, PROCESSOR, COMPANY, BUYER, COUNTY_CENTRE, PAIRING_OFFICE, CARRIER, OPERATOR ->
                actor.everywhere() && actor.may(Right.ADMINISTER);
        };
        if (!may) throw new RuleBroken(PartyRule.KIND_NOT_YOURS);
    }
}
