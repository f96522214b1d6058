package org.farmgate.party.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
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
@RequestMapping("/api/v1/parties")
class PartyApi {
    private final Parties parties;
    private final Places places;

    PartyApi(Parties parties, Places places) {
        this.parties = parties;
        this.places = places;
    }

    /// @param region id of a region of `place`
    record PartyJson(
            PartyId id,
            PartyKind kind,
            String code,
            String name,
            @Nullable String region,
            @Nullable String telephone,
            boolean erased) {
        static PartyJson of(Party party, boolean inner) {
            return new PartyJson(
                    party.id(),
                    party.kind(),
                    party.code(),
                    party.name(),
                    party.region().map(Object::toString).orElse(null),
                    inner ? party.telephone().orElse(null) : null,
                    party.erased());
        }
    }

    /// @param id made by the client, so that a request sent twice makes one party; may be left out
    record NewPartyJson(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String code,
            @Nullable String region,
            @Nullable String telephone) {
        Fields fields() {
            Map<String, @Nullable String> texts = new LinkedHashMap<>();
            texts.put("id", id);
            texts.put("kind", kind);
            texts.put("name", name);
            texts.put("code", code);
            texts.put("region", region);
            texts.put("telephone", telephone);
            return Bodies.fields(texts);
        }
    }

    @Needs({Right.MANAGE_PARTIES, Right.ADMINISTER, Right.SEE_SUPPLY})
    @GetMapping
    Slice<PartyJson> search(Actor actor, Paging paging, @RequestParam(required = false) @Nullable PartyKind kind) {
        return parties.search(actor, paging, Optional.ofNullable(kind)).map(party -> PartyJson.of(party, true));
    }

    @Needs
    @GetMapping("/{id}")
    PartyJson get(Actor actor, @PathVariable PartyId id) {
        Party party = parties.see(actor, id);
        return PartyJson.of(party, !party.kind().isOrganisation() || actor.actsFor(id) || actor.everywhere());
    }

    @Needs(Right.MANAGE_PARTIES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PartyJson register(Actor actor, @RequestBody NewPartyJson wanted) {
        return PartyJson.of(parties.register(actor, PartyForms.party(wanted.fields(), places)), true);
    }
}
