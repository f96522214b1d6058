package org.farmgate.trade.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.MeasureBroken;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Gln;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.farmgate.trade.Spread;
import org.springframework.stereotype.Component;

/// Reads where goods are wanted: all places of a buyer with the same mass each, a total spread evenly over all of
/// them, or a list as it comes out of a spreadsheet: a place by its GLN or exact name, a mass in kilograms, and
/// where needed the first and last week, parted by tabs or semicolons.
@Component
class PlaceList {
    /// A chain's stores are read in pages; more than these are brought by file.
    private static final int MOST_PAGES = 10;

    private final Sites sites;

    PlaceList(Sites sites) {
        this.sites = sites;
    }

    /// How the places are told.
    enum How {
        LIST,
        EACH,
        SPREAD
    }

    /// A mass for one place, in its own weeks where some were named.
    record Wanted(SiteId site, Mass mass, Optional<WeekSpan> weeks) {}

    List<Site> of(PartyId buyer) {
        List<Site> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Slice<Site> slice = sites.ofOperator(buyer, new Paging(page, 200, ""));
            all.addAll(slice.rows());
            if (!slice.hasNext()) break;
        }
        return all;
    }

    /// Gathers what is wrong in the fields; the answer counts only after [Fields#check].
    List<Wanted> read(Fields fields, PartyId buyer) {
        How how = fields.choice("how", How.class);
        if (how == null) return List.of();
        return switch (how) {
            case LIST -> {
                String text = fields.text("places", 200_000);
                yield text == null ? List.of() : list(fields, text, of(buyer));
            }
            case EACH -> {
                Mass each = fields.mass("placeMass");
                yield each == null ? List.of() : same(fields, of(buyer), each);
            }
            case SPREAD -> {
                Mass total = fields.mass("placeMass");
                yield total == null ? List.of() : spread(fields, of(buyer), total);
            }
        };
    }

    private static List<Wanted> same(Fields fields, List<Site> places, Mass each) {
        if (places.isEmpty()) fields.wrong("how", "no-places");
        return places.stream()
                .map(place -> new Wanted(place.id(), each, Optional.empty()))
                .toList();
    }

    private static List<Wanted> spread(Fields fields, List<Site> places, Mass total) {
        if (places.isEmpty()) return fields.wrong("how", "no-places") == null ? List.of() : List.of();
        // Stores are sent whole kilograms where there is enough for that.
        Mass step = total.grams() >= places.size() * Mass.Unit.KILOGRAM.grams() ? Mass.kilograms(1) : new Mass(1);
        try {
            List<Mass> parts = Spread.evenly(total, places.size(), step);
            List<Wanted> wanted = new ArrayList<>();
            for (int i = 0; i < places.size(); i++)
                wanted.add(new Wanted(places.get(i).id(), parts.get(i), Optional.empty()));
            return wanted;
        } catch (RuleBroken thin) {
            fields.wrong("placeMass", "too-thin", total, (long) places.size());
            return List.of();
        }
    }

    private static List<Wanted> list(Fields fields, String text, List<Site> known) {
        Map<String, SiteId> names = new HashMap<>();
        for (Site site : known) {
            names.put(key(site.name()), site.id());
            site.gln().map(Gln::digits).ifPresent(gln -> names.put(gln, site.id()));
        }
        List<Wanted> wanted = new ArrayList<>();
        String[] lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) continue;
            String[] cells = lines[i].strip().split("\\s*[\\t;；]\\s*");
            SiteId site = names.get(key(cells[0]));
            if (site == null) fields.wrong("places", "no-such-place", (long) i + 1, cells[0]);
            else if (cells.length < 2) fields.wrong("places", "no-mass-for-place", (long) i + 1, cells[0]);
            else read(fields, i + 1L, site, cells).ifPresent(wanted::add);
        }
        return wanted;
    }

    private static Optional<Wanted> read(Fields fields, long line, SiteId site, String[] cells) {
        try {
            Mass mass = Mass.parse(cells[1], Mass.Unit.KILOGRAM);
            if (mass.isZero()) {
                fields.wrong("places", "zero-for-place", line, cells[0]);
                return Optional.empty();
            }
            Optional<WeekSpan> weeks = cells.length < 3
                    ? Optional.empty()
                    : Optional.of(new WeekSpan(
                            IsoWeek.parse(cells[2]), IsoWeek.parse(cells.length > 3 ? cells[3] : cells[2])));
            return Optional.of(new Wanted(site, mass, weeks));
        } catch (MeasureBroken broken) {
            fields.wrong(
                    "places",
                    "broken-line",
                    line,
                    broken.arguments().isEmpty()
                            ? cells[1]
                            : broken.arguments().getFirst().toString());
            return Optional.empty();
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// Back into lines, for a form that is opened again.
    static String written(List<Wanted> wanted, Map<SiteId, Site> sites) {
        Map<SiteId, String> names = new LinkedHashMap<>();
        sites.forEach((id, site) -> names.put(id, site.gln().map(Gln::digits).orElse(site.name())));
        StringBuilder lines = new StringBuilder();
        for (Wanted one : wanted) {
            lines.append(names.getOrDefault(one.site(), one.site().toString()))
                    .append("; ")
                    .append(one.mass().in(Mass.Unit.KILOGRAM).toPlainString());
            one.weeks()
                    .ifPresent(weeks -> lines.append("; ")
                            .append(weeks.first())
                            .append("; ")
                            .append(weeks.last()));
            lines.append('\n');
        }
        return lines.toString();
    }
}
