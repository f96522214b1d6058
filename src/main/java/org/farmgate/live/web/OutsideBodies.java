package org.farmgate.live.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farmgate.live.outside.OutsideCancellation;
import org.farmgate.live.outside.OutsideCode;
import org.farmgate.live.outside.OutsideOrder;
import org.farmgate.measure.Money;
import org.farmgate.platform.Fields;
import org.farmgate.platform.web.Bodies;
import org.farmgate.shop.Contact;
import org.farmgate.shop.OrderRequest;
import org.jspecify.annotations.Nullable;

/// What other platforms send. Everything that is wrong is named at its place, such as
/// `orders[3].lines[0].quantity`.
final class OutsideBodies {
    static final int MOST_AT_ONCE = 100;
    /// Ten million yuan, in fen.
    private static final long MOST_PAID = 1_000_000_000;

    private OutsideBodies() {}

    /// @param paidFen what the buyer paid for the whole line, in fen
    record Line(
            @Nullable String code,
            @Nullable Integer quantity,
            @Nullable Long paidFen) {}

    /// @param region code of a county or city (GB/T 2260)
    record Order(
            @Nullable String number,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String address,
            @Nullable String region,
            @Nullable List<@Nullable Line> lines) {}

    record Orders(@Nullable List<@Nullable Order> orders) {
        /// Refuses by [InputBroken].
        List<OutsideOrder> read() {
            var place = new OutsidePlace<>("orders", orders, MOST_AT_ONCE);
            List<OutsideOrder> orders = new ArrayList<>();
            Set<String> numbers = new HashSet<>();
            for (int i = 0; i < place.size(); i++) {
                Order one = place.get(i);
                if (one == null) continue;
                OutsideOrder read = order(one, place, i);
                if (read == null) continue;
                if (!numbers.add(read.number())) place.wrong(i, "number", "repeated");
                orders.add(read);
            }
            place.check();
            return orders;
        }

        private static @Nullable OutsideOrder order(Order sent, OutsidePlace<Order> at, int i) {
            Fields fields = Bodies.fields(
                    new Head(sent.number(), sent.name(), sent.telephone(), sent.address(), sent.region()));
            String number = fields.text("number", OutsideOrder.LONGEST_NUMBER);
            String name = fields.text("name", Contact.LONGEST_NAME);
            String telephone = fields.text("telephone", 24);
            String address = fields.text("address", Contact.LONGEST_ADDRESS);
            String region = fields.text("region", OutsideOrder.LONGEST_REGION);
            List<OutsideOrder.Line> lines = lines(sent.lines(), at, i);
            return at.read(
                    i, fields, () -> new OutsideOrder(number, new Contact(name, telephone, address), region, lines));
        }

        private static List<OutsideOrder.Line> lines(
                @Nullable List<@Nullable Line> sent, OutsidePlace<Order> at, int order) {
            var place = new OutsidePlace<>(at.path(order) + ".lines", sent, OrderRequest.MOST_LINES);
            List<OutsideOrder.Line> lines = new ArrayList<>();
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < place.size(); i++) {
                Line one = place.get(i);
                if (one == null) continue;
                Fields fields = Bodies.fields(one);
                String code = fields.text("code", OutsideCode.LONGEST);
                Long quantity = fields.number("quantity", 1, OutsideOrder.Line.MOST);
                Long paid = fields.number("paidFen", 0, MOST_PAID);
                OutsideOrder.Line read =
                        place.read(i, fields, () -> new OutsideOrder.Line(code, quantity.intValue(), new Money(paid)));
                if (read == null) continue;
                if (!codes.add(read.code())) place.wrong(i, "code", "repeated");
                lines.add(read);
            }
            at.add(place);
            return lines;
        }
    }

    private record Head(
            @Nullable String number,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String address,
            @Nullable String region) {}

    /// @param number of an order that was sent before
    record Cancellation(@Nullable String number, @Nullable String reason) {}

    record Cancellations(@Nullable List<@Nullable Cancellation> cancellations) {
        /// Refuses by [InputBroken].
        List<OutsideCancellation> read() {
            var place = new OutsidePlace<>("cancellations", cancellations, MOST_AT_ONCE);
            List<OutsideCancellation> told = new ArrayList<>();
            for (int i = 0; i < place.size(); i++) {
                Cancellation one = place.get(i);
                if (one == null) continue;
                Fields fields = Bodies.fields(one);
                String number = fields.text("number", OutsideOrder.LONGEST_NUMBER);
                String reason = fields.optionalText("reason", OutsideCancellation.LONGEST_REASON)
                        .orElse("");
                OutsideCancellation read = place.read(i, fields, () -> new OutsideCancellation(number, reason));
                if (read != null) told.add(read);
            }
            place.check();
            return told;
        }
    }
}
