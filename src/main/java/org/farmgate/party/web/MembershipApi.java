package org.farmgate.party.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.MemberRole;
import org.farmgate.party.Membership;
import org.farmgate.party.Membership.MembershipId;
import org.farmgate.party.Memberships;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/memberships")
class MembershipApi {
    private final Memberships memberships;
    private final Parties parties;

    MembershipApi(Memberships memberships, Parties parties) {
        this.memberships = memberships;
        this.parties = parties;
    }

    /// @param organisation whose it is; the asker's own where it is left out
    record NewMembershipJson(
            @Nullable String id,
            @Nullable String person,
            @Nullable String organisation,
            @Nullable String role) {}

    /// Of a person whom one may see; without one, of those who work for one's own organisation.
    @Needs
    @GetMapping
    List<Membership> list(Actor actor, @RequestParam(required = false) @Nullable PartyId person) {
        if (person == null) {
            actor.require(Right.MANAGE_ORGANISATION);
            return memberships.staff(actor.organisation());
        }
        Party party = parties.see(actor, person);
        if (party.kind().isOrganisation()) throw new NotFound("membership", person);
        return memberships.of(person);
    }

    @Needs({Right.MANAGE_ORGANISATION, Right.MANAGE_PARTIES})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Membership join(Actor actor, @RequestBody NewMembershipJson wanted) {
        Map<String, @Nullable String> texts = new HashMap<>();
        texts.put("id", wanted.id());
        texts.put("person", wanted.person());
        texts.put("organisation", wanted.organisation());
        texts.put("role", wanted.role());
        Fields fields = Bodies.fields(texts);
        Optional<MembershipId> id = fields.optional("id", all -> all.id("id", MembershipId::new));
        PartyId person = fields.id("person", PartyId::new);
        Optional<PartyId> organisation = fields.optional("organisation", all -> all.id("organisation", PartyId::new));
        MemberRole role = fields.choice("role", MemberRole.class);
        fields.check();
        return memberships.join(
                actor, id.orElseGet(MembershipId::next), person, organisation.orElse(actor.organisation()), role);
    }

    @Needs
    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable MembershipId id) {
        memberships.leave(actor, id);
    }
}
