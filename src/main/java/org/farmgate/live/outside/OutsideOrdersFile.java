package org.farmgate.live.outside;

import static org.farmgate.platform.imports.Column.required;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.imports.Column;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.Faults;
import org.farmgate.platform.imports.ImportKind;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.shop.Contact;
import org.farmgate.shop.ShopRule;
import org.springframework.stereotype.Component;

/// The orders of a day by CSV, from a platform that cannot send them one by one. Rows of one number are one
/// order.
///
/// What the file itself gets wrong (a value, a channel, a code or a place that is not known, rows of one
/// order that contradict one another) is a fault: nothing of it is taken. What is refused for want of
/// goods, or for what happened to that order before, is told row by row; all others are taken. The same
/// order again changes nothing.
@Component
class OutsideOrdersFile implements ImportKind<OutsideRow> {
    private static final int LONGEST_AGO_DAYS = 31;
    /// A few minutes' work for the intake.
    private static final int MOST_ROWS = 20_000;

    private final OutsideChannels channels;
    private final OutsideOrders orders;
    private final Clock clock;

    OutsideOrdersFile(OutsideChannels channels, OutsideOrders orders, Clock clock) {
        this.channels = channels;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "outside-orders";
    }

    @Override
    public Right right() {
        return Right.SELL;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                required("channel", "Example Live", "Example Live"),
                required("order_number", "A-1001", "A-1001"),
                required("name", "Gao Yu", "Gao Yu"),
                required("telephone", "13800000001", "13800000001"),
                required("address", "12 Garden Street", "12 Garden Street"),
                required("region_code", "330106", "330106"),
                required("item_code", "MELON-5", "RAISIN-1"),
                required("quantity", "2", "1"),
                required("paid_yuan", "118.00", "25.90"),
                required("ordered_on", "2027-07-21", "2027-07-21"));
    }

    @Override
    public OutsideRow read(Fields row) {
        String channel = row.text("channel", OutsideChannel.LONGEST_NAME);
        String number = row.text("orderNumber", OutsideOrder.LONGEST_NUMBER);
        String name = row.text("name", Contact.LONGEST_NAME);
        String telephone = row.text("telephone", 24);
        String address = row.text("address", Contact.LONGEST_ADDRESS);
        String region = row.text("regionCode", OutsideOrder.LONGEST_REGION);
        String code = row.text("itemCode", OutsideCode.LONGEST);
        Long quantity = row.number("quantity", 1, OutsideOrder.Line.MOST);
        Money paid = row.money("paidYuan");
        LocalDate on = row.date("orderedOn");
        row.check();
        return new OutsideRow(
                channel,
                number,
                new Contact(name, telephone, address),
                region,
                new OutsideOrder.Line(code, quantity.intValue(), paid),
                on);
    }

    @Override
    public void check(Actor actor, List<Row<OutsideRow>> rows, Faults faults) {
        if (rows.size() > MOST_ROWS)
            faults.add(new Fault(0, "", "import.fault.too-many-rows", List.of((long) MOST_ROWS)));
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(LONGEST_AGO_DAYS);
        for (Row<OutsideRow> row : rows) {
            LocalDate on = row.value().orderedOn();
            if (on.isAfter(today) || on.isBefore(first))
                faults.wrong(row.line(), "ordered_on", "date-out-of-reach", first, today);
        }
        OutsideRows.of(channels.list(actor), rows, faults)
                .byChannel()
                .forEach((channel, told) -> check(channel, told, faults));
    }

    private void check(OutsideChannel channel, List<OutsideRows.Told> told, Faults faults) {
        if (!channel.isOpen()) {
            faults.refused(told.getFirst().line(), "channel", OutsideRule.OUTSIDE_CHANNEL_CLOSED, channel.name());
            return;
        }
        Meanings meanings = orders.meanings(
                channel, told.stream().map(OutsideRows.Told::order).toList());
        for (OutsideRows.Told one : told) {
            OutsideOrder order = one.order();
            for (int i = 0; i < order.lines().size(); i++) {
                String code = order.lines().get(i).code();
                if (!meanings.isKnown(code))
                    faults.refused(one.lines().get(i), "item_code", OutsideRule.OUTSIDE_CODE_UNKNOWN, code);
            }
            if (meanings.region(order.regionCode()).isEmpty())
                faults.wrong(one.line(), "region_code", "no-such-region", order.regionCode());
            meanings.against(order)
                    .filter(broken -> broken.rule() == OutsideRule.OUTSIDE_ORDER_TOO_LARGE)
                    .ifPresent(broken -> faults.refused(
                            one.line(),
                            "quantity",
                            broken.rule(),
                            broken.arguments().toArray()));
        }
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<OutsideRow>> rows) {
        return apply(actor, rows, new Faults());
    }

    @Override
    public ImportResult apply(Actor actor, List<Row<OutsideRow>> rows, Faults refused) {
        Map<OutsideChannel, List<OutsideRows.Told>> byChannel =
                OutsideRows.of(channels.list(actor), rows, new Faults()).byChannel();
        long added = 0;
        long unchanged = 0;
        for (Map.Entry<OutsideChannel, List<OutsideRows.Told>> one : byChannel.entrySet()) {
            List<OutsideAnswer> answers = orders.take(
                    one.getKey(),
                    one.getValue().stream().map(OutsideRows.Told::order).toList(),
                    OutsideSource.CSV);
            for (int i = 0; i < answers.size(); i++) {
                List<Long> lines = one.getValue().get(i).lines();
                switch (answers.get(i)) {
                    case OutsideAnswer.Taken taken when taken.before() -> unchanged += lines.size();
                    case OutsideAnswer.Taken _ -> added += lines.size();
                    case OutsideAnswer.Refused no ->
                        lines.forEach(line -> refused.refused(
                                line,
                                no.why().rule() == ShopRule.ORDER_KEY_REUSED ? "order_number" : "quantity",
                                no.why().rule(),
                                no.why().arguments().toArray()));
                    case OutsideAnswer.Cancelled _ -> throw new IllegalStateException("nothing was cancelled");
                }
            }
        }
        return new ImportResult(added, 0, unchanged);
    }
}
