package org.farmgate.live.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind.Row;
import org.farmgate.shop.OrderRequest;

/// The rows of a file put together to orders, in the order in which they begin.
record OutsideRows(Map<OutsideChannel, List<Told>> byChannel) {
    /// An order and where its rows stand.
    record Told(OutsideOrder order, List<Long> lines) {
        long line() {
            return lines.getFirst();
        }
    }

    /// What contradicts itself goes to the faults.
    static OutsideRows of(List<OutsideChannel> own, List<Row<OutsideRow>> rows, Faults faults) {
        Map<String, OutsideChannel> known = new HashMap<>();
        for (OutsideChannel channel : own) known.put(lower(channel.name()), channel);
        Map<OutsideChannel, Map<String, List<Row<OutsideRow>>>> sorted = new LinkedHashMap<>();
        for (Row<OutsideRow> row : rows) {
            OutsideChannel channel = known.get(lower(row.value().channel()));
            if (channel == null)
                faults.wrong(
                        row.line(),
                        "channel",
                        "no-such-outside-channel",
                        row.value().channel());
            else
                sorted.computeIfAbsent(channel, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(row.value().number(), _ -> new ArrayList<>())
                        .add(row);
        }
        Map<OutsideChannel, List<Told>> byChannel = new LinkedHashMap<>();
        sorted.forEach((channel, orders) -> {
            List<Told> told = new ArrayList<>();
            orders.values().forEach(lines -> together(lines, faults, told));
            byChannel.put(channel, told);
        });
        return new OutsideRows(byChannel);
    }

    private static void together(List<Row<OutsideRow>> rows, Faults faults, List<Told> told) {
        OutsideRow first = rows.getFirst().value();
        Map<String, Long> codes = new HashMap<>();
        long before = faults.total();
        for (Row<OutsideRow> row : rows) {
            if (!row.value().contact().equals(first.contact())
                    || !row.value().regionCode().equals(first.regionCode()))
                faults.wrong(
                        row.line(),
                        "order_number",
                        "outside-order-differs",
                        rows.getFirst().line());
            Long earlier = codes.putIfAbsent(row.value().line().code(), row.line());
            if (earlier != null) faults.wrong(row.line(), "item_code", "same-as-line", earlier);
        }
        if (rows.size() > OrderRequest.MOST_LINES)
            faults.wrong(rows.getLast().line(), "order_number", "too-many", OrderRequest.MOST_LINES);
        if (faults.total() > before) return;
        told.add(new Told(
                new OutsideOrder(
                        first.number(),
                        first.contact(),
                        first.regionCode(),
                        rows.stream().map(row -> row.value().line()).toList()),
                rows.stream().map(Row::line).toList()));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
