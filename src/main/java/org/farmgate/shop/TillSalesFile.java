package org.farmgate.shop;

import static org.farmgate.platform.imports.Column.required;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.springframework.stereotype.Component;

/// The closed sales of a day by CSV, from a counter that was offline or has a machine of its own. Each row is an order
/// under a key made of till, day, receipt and goods, so the same file twice changes nothing.
@Component
class TillSalesFile implements ImportKind<TillSalesFile.Line> {
    private static final int LONGEST_AGO_DAYS = 31;

    private final Tills tills;
    private final Listings listings;
    private final Clock clock;

    TillSalesFile(Tills tills, Listings listings, Clock clock) {
        this.tills = tills;
        this.listings = listings;
        this.clock = clock;
    }

    /// One row, read.
    record Line(String till, String receipt, LocalDate soldOn, String goods, int packs) {}

    private record Sale(long line, Till till, OrderKey key, Listing listing, int packs) {
        Wanted wanted() {
            return new Wanted(listing.id(), packs, Optional.empty());
        }
    }

    @Override
    public String kind() {
        return "till-sales";
    }

    @Override
    public Right right() {
        return Right.SELL;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("till", "Station counter", "Station counter"),
                required("receipt", "1001", "1002"),
                required("sold_on", "2027-07-21", "2027-07-21"),
                required("goods", "Box of melons", "Box of melons"),
                required("packs", "2", "1"));
    }

    @Override
    public Line read(Fields row) {
        String till = row.text("till", Till.LONGEST_NAME);
        String receipt = row.text("receipt", 40);
        LocalDate on = row.date("soldOn");
        String goods = row.text("goods", Listing.LONGEST_TITLE);
        Long packs = row.number("packs", 1, Wanted.MOST_PACKS);
        row.check();
        return new Line(till, receipt, on, goods, packs.intValue());
    }

    @Override
    public void check(Actor actor, List<Row<Line>> rows, Faults faults) {
        LocalDate today = LocalDate.now(clock);
        for (Row<Line> row : rows) {
            LocalDate on = row.value().soldOn();
            if (on.isAfter(today) || on.isBefore(today.minusDays(LONGEST_AGO_DAYS)))
                faults.wrong(row.line(), "sold_on", "date-out-of-reach", today.minusDays(LONGEST_AGO_DAYS), today);
        }
        List<Sale> sales = sales(actor, rows, faults);
        Map<ListingId, Long> left = new HashMap<>(
                listings.left(sales.stream().map(Sale::listing).distinct().toList()));
        for (Sale sale : sales) {
            List<Order> there = tills.sold(sale.key());
            if (!there.isEmpty()) {
                if (there.getFirst().packs() != sale.packs())
                    faults.refused(sale.line(), "packs", ShopRule.ORDER_KEY_REUSED);
                continue;
            }
            long before = left.getOrDefault(sale.listing().id(), 0L);
            if (before < sale.packs()) faults.refused(sale.line(), "packs", ShopRule.NOT_ENOUGH_LEFT, before);
            else left.put(sale.listing().id(), before - sale.packs());
        }
    }

    /// First all orders, then what follows from each: a pick keeps its row of stock until the file is done, and the
    /// intake, which writes by itself, would wait for it.
    @Override
    public ImportResult apply(Actor actor, List<Row<Line>> rows) {
        long added = 0;
        List<Order> orders = new ArrayList<>();
        for (Sale sale : sales(actor, rows, new Faults())) {
            if (tills.sold(sale.key()).isEmpty()) added++;
            orders.add(tills.place(actor, sale.till(), sale.key(), List.of(sale.wanted())));
        }
        for (Order order : orders) tills.finish(actor, order);
        return new ImportResult(added, 0, rows.size() - added);
    }

    private List<Sale> sales(Actor actor, List<Row<Line>> rows, Faults faults) {
        Map<String, Till> known = new HashMap<>();
        for (Till till : tills.list(actor)) known.put(lower(till.name()), till);
        Map<TillId, List<Listing>> goods = new HashMap<>();
        Set<OrderKey> seen = new HashSet<>();
        List<Sale> sales = new ArrayList<>();
        for (Row<Line> row : rows) {
            Line line = row.value();
            Till till = known.get(lower(line.till()));
            if (till == null) {
                faults.wrong(row.line(), "till", "no-such-till", line.till());
                continue;
            }
            List<Listing> named = goods.computeIfAbsent(till.id(), _ -> tills.goods(till)).stream()
                    .filter(listing -> lower(listing.title()).equals(lower(line.goods())))
                    .toList();
            if (named.size() != 1) {
                faults.wrong(row.line(), "goods", "no-such-goods", line.goods());
                continue;
            }
            Listing listing = named.getFirst();
            var key = new OrderKey(Derived.id(
                    till.id().value(), "receipt " + line.receipt() + " " + line.soldOn() + " " + listing.id()));
            if (!seen.add(key)) faults.wrong(row.line(), "receipt", "repeated");
            else sales.add(new Sale(row.line(), till, key, listing, line.packs()));
        }
        return sales;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
