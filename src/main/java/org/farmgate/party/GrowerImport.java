package org.farmgate.party;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.place.Division;
import org.farmgate.place.Divisions;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.springframework.stereotype.Component;

/// A file of growers. A row with a code is the grower of that code; one without is the grower of that name,
/// region and telephone whom this organisation registered, by an id made from these: so the same file twice
/// changes nothing. It has no columns for consent: that is recorded with the person, not in an office.
@Component
class GrowerImport implements ImportKind<GrowerImport.Line> {
    private final Parties parties;
    private final Reaches reaches;
    private final Regions regions;
    private final Divisions divisions;

    GrowerImport(Parties parties, Reaches reaches, Regions regions, Divisions divisions) {
        this.parties = parties;
        this.reaches = reaches;
        this.regions = regions;
        this.divisions = divisions;
    }

    /// @param region by its code
    record Line(
            Optional<String> code, String name, String region, Optional<String> division, Optional<String> telephone) {}

    @Override
    public String kind() {
        return "growers";
    }

    @Override
    public Right right() {
        return Right.MANAGE_PARTIES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("code", "NH-000042", ""),
                Column.required("name", "阿依古丽", "ئايگۈل"),
                Column.required("region_code", "653122", "653122"),
                Column.optional("division_code", "", ""),
                Column.optional("telephone", "139 0000 0000", ""));
    }

    @Override
    public Line read(Fields row) {
        Optional<String> code = row.optional("code", f -> f.read("code", GrowerImport::code));
        String name = row.text("name", 120);
        String region = row.text("regionCode", 20);
        Optional<String> division = row.optionalText("divisionCode", 20);
        Optional<String> telephone = Telephone.read(row);
        row.check();
        return new Line(code, name, region, division, telephone);
    }

    private static String code(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Party.CODE.matcher(code).matches())
            throw new org.farmgate.platform.InputBroken("code", "not-a-code", text);
        return code;
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Known known = known(actor, rows.stream().map(Row::value).toList());
        Reach reach = reaches.of(actor);
        Map<PartyId, Long> seen = new HashMap<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            Region region = known.regions.get(line.region);
            if (region == null) faults.wrong(row.line(), "region_code", "no-such-region", line.region);
            else if (reach instanceof Reach.Regions(var counties)
                    && !counties.contains(known.counties.getOrDefault(region.id(), region.id())))
                faults.refused(row.line(), "region_code", PartyRule.OUTSIDE_YOUR_REGION);
            line.division
                    .filter(code -> !known.divisions.containsKey(code))
                    .ifPresent(code -> faults.wrong(row.line(), "division_code", "no-such-choice", code));
            Party there = line.code.map(known.byCode::get).orElse(null);
            if (there != null && (there.kind() != PartyKind.GROWER || !Representation.isWithin(reach, there)))
                faults.refused(row.line(), "code", PartyRule.PARTY_CODE_TAKEN, there.code());
            Long earlier = seen.putIfAbsent(known.id(line), row.line());
            if (earlier != null)
                faults.wrong(row.line(), line.code.isPresent() ? "code" : "name", "same-as-line", earlier);
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        List<Line> lines = rows.stream().map(Row::value).toList();
        Known known = known(actor, lines);
        Map<PartyId, Party> there = parties.byIds(lines.stream().map(known::id).toList());
        List<NewParty> fresh = new ArrayList<>();
        List<NewParty> changed = new ArrayList<>();
        for (Line line : lines) {
            NewParty wanted = known.grower(line);
            Party stored = there.get(wanted.id());
            if (stored == null) fresh.add(wanted);
            else if (!wanted.says(stored)) changed.add(wanted);
        }
        parties.registerAll(actor, fresh);
        parties.amendAll(actor, changed);
        return new ImportResult(fresh.size(), changed.size(), rows.size() - fresh.size() - changed.size());
    }

    private Known known(Actor actor, Collection<Line> lines) {
        Map<String, Region> named =
                regions.byCode(lines.stream().map(Line::region).distinct().toList());
        return new Known(
                actor,
                named,
                regions.countiesOf(named.values().stream().map(Region::id).toList()),
                divisions.byCode(
                        lines.stream().flatMap(line -> line.division().stream()).toList()),
                parties.byCode(
                        lines.stream().flatMap(line -> line.code().stream()).toList()));
    }

    private record Known(
            Actor actor,
            Map<String, Region> regions,
            Map<RegionId, RegionId> counties,
            Map<String, Division> divisions,
            Map<String, Party> byCode) {
        PartyId id(Line line) {
            return line.code
                    .map(byCode::get)
                    .map(Party::id)
                    .orElseGet(() -> new PartyId(UUID.nameUUIDFromBytes((line.code.isPresent()
                                    ? "code\n" + line.code.get()
                                    : actor.organisation() + "\n" + line.region + "\n" + line.name + "\n"
                                            + line.telephone.orElse(""))
                            .getBytes(StandardCharsets.UTF_8))));
        }

        NewParty grower(Line line) {
            return new NewParty(
                    id(line),
                    PartyKind.GROWER,
                    line.code,
                    line.name,
                    Optional.of(Objects.requireNonNull(regions.get(line.region)).id()),
                    line.division.map(
                            code -> Objects.requireNonNull(divisions.get(code)).id()),
                    line.telephone);
        }
    }
}
