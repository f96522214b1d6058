package org.farmgate.shop.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.Split;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Who gets which part of a price, in percent: `share.grower` = `60`, with `share.freight.party` where it goes to
/// somebody else. What growers and the cooperative get goes to the seller, who pays the owner of each lot on.
@Component
class SplitForm {
    static final String RULE = "shop";
    private static final int MOST_CHOICES = 200;

    private final Parties parties;

    SplitForm(Parties parties) {
        this.parties = parties;
    }

    static String field(Split.Share share) {
        return "share." + share.name().toLowerCase(Locale.ROOT);
    }

    Split read(Actor actor, PartyId seller, Fields fields) {
        List<Split.Part> parts = new ArrayList<>();
        int sum = 0;
        for (Split.Share share : Split.Share.values()) {
            String field = field(share);
            if (fields.isEmpty(field)) continue;
            Integer points = fields.read(field, SplitForm::basisPoints);
            Optional<PartyId> party = party(actor, seller, share, fields);
            if (points == null || points == 0) continue;
            sum += points;
            if (party.isPresent()) parts.add(new Split.Part(share, party.get(), points));
            else fields.wrong(field + ".party", "missing");
        }
        if (sum != Split.WHOLE_BASIS_POINTS && fields.errors().isEmpty())
            fields.wrong(
                    field(Split.Share.GROWER),
                    "shares-not-whole",
                    BigDecimal.valueOf(sum, 2).toPlainString());
        fields.check();
        return new Split(RULE, parts);
    }

    private Optional<PartyId> party(Actor actor, PartyId seller, Split.Share share, Fields fields) {
        String field = field(share) + ".party";
        return switch (share) {
            case GROWER, COOPERATIVE -> Optional.of(seller);
            case PLATFORM -> operator();
            case FREIGHT, STATION, HOST ->
                fields.optional(field, f -> f.id(field, PartyId::new))
                        .filter(id ->
                                choices(share).containsKey(id.toString()) || id.equals(seller) || actor.actsFor(id));
        };
    }

    private Optional<PartyId> operator() {
        return parties.organisations(PartyKind.OPERATOR, new Paging(0, 1, "")).rows().stream()
                .findFirst()
                .map(Party::id);
    }

    /// To choose from: carriers for freight, county centres for stations, companies for hosts.
    Map<String, String> choices(Split.Share share) {
        Map<String, String> choices = new LinkedHashMap<>();
        kind(share)
                .ifPresent(kind -> parties.organisations(kind, new Paging(0, MOST_CHOICES, ""))
                        .rows()
                        .forEach(party -> choices.put(party.id().toString(), party.name())));
        return choices;
    }

    private static Optional<PartyKind> kind(Split.Share share) {
        return switch (share) {
            case FREIGHT -> Optional.of(PartyKind.CARRIER);
            case STATION -> Optional.of(PartyKind.COUNTY_CENTRE);
            case HOST -> Optional.of(PartyKind.COMPANY);
            case GROWER, COOPERATIVE, PLATFORM -> Optional.empty();
        };
    }

    /// Percent with at most two decimals.
    static Integer basisPoints(String text) {
        try {
            int points = new BigDecimal(text.strip().replace("%", ""))
                    .movePointRight(2)
                    .intValueExact();
            if (points < 0 || points > Split.WHOLE_BASIS_POINTS) throw new InputBroken("", "out-of-range", 0, 100);
            return points;
        } catch (ArithmeticException | NumberFormatException _) {
            throw new InputBroken("", "not-a-percentage", text);
        }
    }

    Map<String, String> values(Split split) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Split.Part part : split.parts()) {
            String field = field(part.share());
            values.put(
                    field,
                    BigDecimal.valueOf(part.basisPoints(), 2)
                            .stripTrailingZeros()
                            .toPlainString());
            values.put(field + ".party", part.party().toString());
        }
        return values;
    }
}
