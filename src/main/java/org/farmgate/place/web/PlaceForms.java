package org.farmgate.place.web;

import java.util.HashSet;
import java.util.Optional;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Division;
import org.farmgate.place.DivisionId;
import org.farmgate.place.Gln;
import org.farmgate.place.Operators;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.RegionKind;
import org.farmgate.place.RegionTexts;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads regions, divisions and sites from a form or a JSON body; both use the same names.
@Component
class PlaceForms {
    private final RegionTexts regions;
    private final ObjectProvider<Operators> operators;

    PlaceForms(RegionTexts regions, ObjectProvider<Operators> operators) {
        this.regions = regions;
        this.operators = operators;
    }

    Region region(Fields fields, RegionId id) {
        RegionKind kind = fields.choice("kind", RegionKind.class);
        Optional<RegionId> parent = fields.optional("parent", f -> f.read("parent", regions::read));
        String code = fields.text("code", 20);
        Names names = Names.read(fields);
        Optional<Coordinates> at = optionalPoint(fields);
        fields.check();
        return new Region(id, kind, parent, code, names.joined(), at);
    }

    Division division(Fields fields, DivisionId id) {
        String code = fields.text("code", 20);
        Names names = Names.read(fields);
        var lies = fields.read("regions", regions::readSeveral);
        fields.check();
        return new Division(id, code, names.joined(), new HashSet<>(lies));
    }

    /// @param closed as it is; forms do not change it
    Site site(Fields fields, SiteId id, Actor actor, boolean closed) {
        SiteKind kind = fields.choice("kind", SiteKind.class);
        String name = fields.text("name", Site.LONGEST_NAME);
        Optional<Gln> gln = fields.optional("gln", f -> f.read("gln", Gln::parse));
        RegionId region = fields.read("region", regions::read);
        Double latitude = fields.read("latitude", Coordinates::parseLatitude);
        Double longitude = fields.read("longitude", Coordinates::parseLongitude);
        PartyId operator = fields.isEmpty("operator") ? actor.organisation() : fields.read("operator", this::operator);
        String address = fields.optionalText("address", Site.LONGEST_ADDRESS).orElse("");
        fields.check();
        return new Site(id, kind, name, gln, region, new Coordinates(latitude, longitude), operator, address, closed);
    }

    /// The id a client made, or a fresh one.
    static <I> I id(Fields fields, java.util.function.Function<java.util.UUID, I> type) {
        return fields.isEmpty("id") ? type.apply(org.farmgate.platform.Id.next()) : fields.id("id", type);
    }

    private PartyId operator(String text) {
        String code = text.contains(" · ") ? text.substring(0, text.indexOf(" · ")) : text.strip();
        Optional<PartyId> known = Optional.ofNullable(operators.getIfAvailable())
                .map(all -> all.byCode(java.util.List.of(code)).get(code));
        if (known.isPresent()) return known.get();
        Optional<PartyId> named = uuid(code);
        boolean exists = named.isPresent()
                && Optional.ofNullable(operators.getIfAvailable())
                        .map(all -> all.names(java.util.Set.of(named.get())).containsKey(named.get()))
                        .orElse(true);
        if (!exists) throw new InputBroken("operator", "no-such-operator", text);
        return named.get();
    }

    private static Optional<PartyId> uuid(String text) {
        try {
            return Optional.of(PartyId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Coordinates> optionalPoint(Fields fields) {
        if (fields.isEmpty("latitude") && fields.isEmpty("longitude")) return Optional.empty();
        Double latitude = fields.read("latitude", Coordinates::parseLatitude);
        Double longitude = fields.read("longitude", Coordinates::parseLongitude);
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Coordinates(latitude, longitude));
    }

    /// The three names, which can only be joined once all are known to be there.
    private record Names(String english, String chinese, String uyghur) {
        static Names read(Fields fields) {
            return new Names(
                    fields.text("nameEn", Multilingual.LONGEST),
                    fields.text("nameZh", Multilingual.LONGEST),
                    fields.text("nameUg", Multilingual.LONGEST));
        }

        Multilingual joined() {
            return new Multilingual(english, chinese, uyghur);
        }
    }
}
