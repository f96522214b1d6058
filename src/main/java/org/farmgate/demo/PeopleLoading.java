package org.farmgate.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.farmgate.party.Consent.RecordedHow;
import org.farmgate.party.ConsentPurpose;
import org.farmgate.party.Consents;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.party.Memberships;
import org.farmgate.party.NewParty;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Organisations and people, who belongs where, and who may speak for whom.
@Component
class PeopleLoading {
    static final String OPERATOR = "operator";
    private static final int LONGEST_CODE = 20;
    private static final Set<String> GROWERS = Set.of("grower");

    private final Parties parties;
    private final Memberships memberships;
    private final Consents consents;
    private final Regions regions;
    private final Actors actors;

    PeopleLoading(Parties parties, Memberships memberships, Consents consents, Regions regions, Actors actors) {
        this.parties = parties;
        this.memberships = memberships;
        this.consents = consents;
        this.regions = regions;
        this.actors = actors;
    }

    /// @param staff by organisation: whoever writes things down for it
    /// @param ids of all people and organisations
    record Known(Map<String, Actor> staff, Map<String, PartyId> ids) {
        Actor of(String organisation) {
            return Objects.requireNonNull(staff.get(organisation), organisation);
        }

        PartyId id(String key) {
            return Objects.requireNonNull(ids.get(key), key);
        }
    }

    /// @param founder the key of the person behind `operator`, who is there already with their organisation
    Known load(Actor operator, String founder) {
        Map<String, PartyId> ids = new HashMap<>();
        ids.put(OPERATOR, operator.organisation());
        ids.put(founder, operator.person());
        List<NewParty> fresh = new ArrayList<>();
        for (NewPartyRow row : everybody())
            if (ids.putIfAbsent(row.key, Named.party(row.key)) == null) fresh.add(row.party());
        parties.registerAll(operator, fresh);
        var known = new Known(new HashMap<>(), ids);
        known.staff.put(OPERATOR, operator);
        join(operator, known);
        consent(known);
        return known;
    }

    private record NewPartyRow(
            String key, PartyKind kind, String name, Optional<String> region, Optional<String> division) {
        NewParty party() {
            return new NewParty(
                    Named.party(key),
                    kind,
                    code(key),
                    name,
                    region.map(Named::region),
                    division.map(Named::division),
                    Optional.empty());
        }
    }

    private static List<NewPartyRow> everybody() {
        List<NewPartyRow> all = new ArrayList<>();
        Map<String, Table.Row> organisations = Table.read("organisations").byKey();
        for (Table.Row row : organisations.values())
            all.add(new NewPartyRow(
                    row.key(), kind(row), row.registeredName(), row.optional("region"), row.optional("division")));
        for (Table.Row row : Table.read("alliance_members").rows())
            all.add(new NewPartyRow(
                    row.key(), PartyKind.BUYER, row.registeredName(), row.optional("region"), Optional.empty()));
        Map<String, Table.Row> posts = Table.read("memberships").by("person");
        Map<String, Table.Row> plots = Table.read("plots").by("holder");
        for (Table.Row row : Table.read("people").rows()) {
            Table.Row post = Objects.requireNonNull(posts.get(row.key()), row.key());
            boolean grows = GROWERS.contains(post.text("role"));
            Table.Row lives = Objects.requireNonNull(
                    grows ? plots.get(row.key()) : organisations.get(post.text("organisation")), row.key());
            all.add(new NewPartyRow(
                    row.key(),
                    grows ? PartyKind.GROWER : PartyKind.PERSON,
                    row.text("name"),
                    lives.optional("region"),
                    Optional.empty()));
        }
        return all;
    }

    private static PartyKind kind(Table.Row row) {
        return row.text("kind").equals("logistics")
                ? PartyKind.CARRIER
                : PartyKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
    }

    /// The key without what the kind says anyway; one that is too long gets a number like anybody's.
    private static Optional<String> code(String key) {
        String code = key.replaceFirst("^(grower|buyer-of|buyer|coop)-", "").toUpperCase(Locale.ROOT);
        boolean organisation = key.startsWith("coop-");
        String whole = organisation ? key.toUpperCase(Locale.ROOT) : code;
        return Optional.of(whole).filter(text -> text.length() <= LONGEST_CODE);
    }

    private void join(Actor operator, Known known) {
        Table.read("memberships").groups("organisation").forEach((organisation, rows) -> {
            List<PartyId> growers = new ArrayList<>();
            for (Table.Row row : rows) {
                PartyId person = known.id(row.text("person"));
                if (GROWERS.contains(row.text("role"))) growers.add(person);
                else if (!organisation.equals(OPERATOR)) hire(operator, known, organisation, person);
            }
            if (!growers.isEmpty()) memberships.joinAll(operator, growers, known.id(organisation));
        });
    }

    /// All of the demo's staff decide for their organisation; the first one there also writes the tables down for
    /// it.
    private void hire(Actor operator, Known known, String organisation, PartyId person) {
        PartyId employer = known.id(organisation);
        memberships.join(operator, MembershipId.next(), person, employer, MemberRole.MANAGER);
        known.staff.computeIfAbsent(organisation, _ -> actors.of(operator.account(), person, Optional.of(employer)));
    }

    /// Every grower lets their cooperative act for them, and the centre of their county where there is one.
    private void consent(Known known) {
        Map<String, List<Table.Row>> posts = Table.read("memberships").groups("organisation");
        Set<PartyId> growers = new HashSet<>();
        posts.forEach((organisation, rows) -> {
            List<PartyId> members = rows.stream()
                    .filter(row -> GROWERS.contains(row.text("role")))
                    .map(row -> known.id(row.text("person")))
                    .toList();
            growers.addAll(members);
            if (!members.isEmpty()) record(known.of(organisation), members);
        });
        Map<PartyId, Party> registered = parties.byIds(growers);
        for (Table.Row row : Table.read("organisations").rows()) {
            if (kind(row) != PartyKind.COUNTY_CENTRE) continue;
            Set<RegionId> counties = regions.countiesWithin(Named.region(row.text("region")));
            record(
                    known.of(row.key()),
                    registered.values().stream()
                            .filter(grower ->
                                    grower.county().filter(counties::contains).isPresent())
                            .map(Party::id)
                            .toList());
        }
    }

    private void record(Actor clerk, List<PartyId> growers) {
        consents.recordAll(clerk, growers, ConsentPurpose.REPRESENTATION, RecordedHow.PAPER);
    }
}
