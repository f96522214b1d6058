package org.farmgate.stock.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.charts.Bars;
import org.farmgate.product.ProductId;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionQuery.Show;
import org.farmgate.stock.ProductTotal;

/// What lies where.
///
/// @param site as it stands in the address; empty: all
public record StockPage(
        Slice<Position> rows,
        List<ProductTotal> totals,
        NameBook names,
        String search,
        String site,
        String product,
        Show show,
        Map<String, String> sites,
        Map<String, String> products,
        LocalDate today,
        boolean mayKeep) {
    /// So many bars fit on a phone without scrolling past them.
    private static final int MOST_BARS = 8;

    public boolean filtered() {
        return !search.isEmpty() || !site.isEmpty() || !product.isEmpty() || show != Show.THERE;
    }

    public String href() {
        return "/stock?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&site=" + site + "&product=" + product
                + "&show=" + show;
    }

    public Map<String, String> shows(Shell shell) {
        Map<String, String> shows = new LinkedHashMap<>();
        for (Show one : Show.values()) shows.put(one.name(), shell.label("stock.show", one));
        return shows;
    }

    public Map<String, String> siteFilter(Shell shell) {
        return withAll(shell.t("stock.all-sites"), sites);
    }

    public Map<String, String> productFilter(Shell shell) {
        return withAll(shell.t("stock.all-products"), products);
    }

    private static Map<String, String> withAll(String all, Map<String, String> choices) {
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("", all);
        filter.putAll(choices);
        return filter;
    }

    public Mass onHand() {
        return totals.stream().map(ProductTotal::onHand).reduce(Mass.ZERO, StockPage::sum);
    }

    public Mass held() {
        return totals.stream().map(ProductTotal::held).reduce(Mass.ZERO, StockPage::sum);
    }

    public Mass soon() {
        return totals.stream()
                .filter(total -> total.keeps() == ProductTotal.Keeps.THREE_DAYS)
                .map(ProductTotal::onHand)
                .reduce(Mass.ZERO, StockPage::sum);
    }

    /// A picture, not the books: beyond the greatest mass it stays there.
    private static Mass sum(Mass one, Mass other) {
        return new Mass(Math.min(Mass.GREATEST_GRAMS, one.grams() + other.grams()));
    }

    /// The greatest first; the smallest together.
    public List<Bars.Bar> byProduct(Shell shell) {
        Map<ProductId, Mass> byProduct = new LinkedHashMap<>();
        for (ProductTotal total : totals) byProduct.merge(total.product(), total.onHand(), StockPage::sum);
        List<Map.Entry<ProductId, Mass>> sorted = byProduct.entrySet().stream()
                .sorted(Map.Entry.<ProductId, Mass>comparingByValue().reversed())
                .toList();
        List<Bars.Bar> bars = new ArrayList<>();
        Mass others = Mass.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            Mass mass = sorted.get(i).getValue();
            if (i < MOST_BARS || sorted.size() == MOST_BARS + 1)
                bars.add(bar(shell, names.product(shell, sorted.get(i).getKey()), mass));
            else others = sum(others, mass);
        }
        if (!others.isZero()) bars.add(bar(shell, shell.t("stock.others"), others));
        return bars;
    }

    /// The soonest first; spans of time without goods are left out.
    public List<Bars.Bar> byDays(Shell shell) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (ProductTotal.Keeps keeps : ProductTotal.Keeps.values()) {
            Mass mass = totals.stream()
                    .filter(total -> total.keeps() == keeps)
                    .map(ProductTotal::onHand)
                    .reduce(Mass.ZERO, StockPage::sum);
            if (!mass.isZero()) bars.add(bar(shell, shell.label("stock.keeps", keeps), mass));
        }
        return bars;
    }

    private static Bars.Bar bar(Shell shell, String label, Mass mass) {
        return new Bars.Bar(label, mass.grams(), shell.mass(mass));
    }
}
