package org.farmgate.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A file of sites: a chain's hundred stores in one go. A row is the site with its GLN; without one it is the
/// site of that operator, kind, region and name, whose id is made from these, so that the same file twice changes
/// nothing.
@Component
class SiteImport implements ImportKind<SiteImport.Line> {
    private final Sites sites;
    private final Regions regions;
    private final ObjectProvider<Operators> operators;

    SiteImport(Sites sites, Regions regions, ObjectProvider<Operators> operators) {
        this.sites = sites;
        this.regions = regions;
        this.operators = operators;
    }

    /// @param operator code of the party; empty for the importer's own
    record Line(
            SiteKind kind,
            String name,
            Optional<Gln> gln,
            String region,
            Double latitude,
            Double longitude,
            Optional<String> operator,
            String address) {}

    @Override
    public String kind() {
        return "sites";
    }

    @Override
    public Right right() {
        return Right.MANAGE_OWN_SITES;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("kind", "STORE", "SHIP_TO"),
                Column.required("name", "Jinshui Road store", "Erqi Square store"),
                Column.optional("gln", "6901234567892", ""),
                Column.required("region", "410105", "410103"),
                Column.required("latitude", "34.78", "34.75"),
                Column.required("longitude", "113.68", "113.65"),
                Column.optional("operator", "", ""),
                Column.optional("address", "Jinshui Road 1", ""));
    }

    @Override
    public Line read(Fields row) {
        return new Line(
                row.choice("kind", SiteKind.class),
                row.text("name", Site.LONGEST_NAME),
                row.optional("gln", f -> f.read("gln", Gln::parse)),
                row.text("region", 20),
                row.read("latitude", Coordinates::parseLatitude),
                row.read("longitude", Coordinates::parseLongitude),
                row.optionalText("operator", 40),
                row.optionalText("address", Site.LONGEST_ADDRESS).orElse(""));
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        Known known = known(actor, rows);
        Map<UUID, Long> seen = new HashMap<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            if (!known.regions.containsKey(line.region))
                faults.wrong(row.line(), "region", "no-such-region", line.region);
            PartyId operator = known.operator(line);
            if (operator == null || !sites.mayKeep(actor, operator)) {
                faults.wrong(row.line(), "operator", "no-such-operator", line.operator.orElse(""));
                continue;
            }
            Site there = line.gln.map(known.byGln::get).orElse(null);
            if (there != null && !sites.mayKeep(actor, there.operator()))
                faults.refused(
                        row.line(),
                        "gln",
                        PlaceRule.SITE_GLN_TAKEN,
                        line.gln.get().digits());
            Long earlier = seen.putIfAbsent(identity(line, operator), row.line());
            if (earlier != null)
                faults.wrong(row.line(), line.gln.isPresent() ? "gln" : "name", "same-as-line", earlier);
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        Known known = known(actor, rows);
        List<Site> wanted = rows.stream().map(row -> known.site(row.value())).toList();
        Map<SiteId, Site> there = sites.byIds(wanted.stream().map(Site::id).toList());
        List<Site> fresh = new ArrayList<>();
        List<Site> changed = new ArrayList<>();
        for (Site site : wanted) {
            Site stored = there.get(site.id());
            if (stored == null) fresh.add(site);
            else if (!stored.equals(site.asClosed(stored.closed()))) changed.add(site);
        }
        if (!fresh.isEmpty()) sites.registerAll(actor, fresh);
        if (!changed.isEmpty()) sites.replaceAll(actor, changed);
        return new ImportResult(fresh.size(), changed.size(), wanted.size() - fresh.size() - changed.size());
    }

    private Known known(Actor actor, List<Row<Line>> rows) {
        List<String> codes = rows.stream()
                .flatMap(row -> row.value().operator().stream())
                .distinct()
                .toList();
        Operators all = operators.getIfAvailable();
        Map<String, PartyId> byCode = all == null ? Map.of() : all.byCode(codes);
        return new Known(
                actor,
                regions.byCode(rows.stream().map(row -> row.value().region()).toList()),
                sites.byGln(
                        rows.stream().flatMap(row -> row.value().gln().stream()).toList()),
                byCode);
    }

    /// Tells rows of one file apart.
    private static UUID identity(Line line, PartyId operator) {
        String text =
                line.gln.map(Gln::digits).orElse(operator + "\n" + line.kind + "\n" + line.region + "\n" + line.name);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Known(
            Actor actor, Map<String, Region> regions, Map<Gln, Site> byGln, Map<String, PartyId> operators) {
        @org.jspecify.annotations.Nullable
        PartyId operator(Line line) {
            return line.operator.isEmpty() ? actor.organisation() : operators.get(line.operator.get());
        }

        Site site(Line line) {
            PartyId operator = java.util.Objects.requireNonNull(operator(line));
            SiteId id = line.gln.map(byGln::get).map(Site::id).orElseGet(() -> new SiteId(identity(line, operator)));
            RegionId region =
                    java.util.Objects.requireNonNull(regions.get(line.region)).id();
            return new Site(
                    id,
                    line.kind,
                    line.name,
                    line.gln,
                    region,
                    new Coordinates(line.latitude, line.longitude),
                    operator,
                    line.address,
                    false);
        }
    }
}
