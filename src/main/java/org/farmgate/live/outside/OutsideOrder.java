package org.farmgate.live.outside;

import java.util.List;
import org.farmgate.measure.Money;
import org.farmgate.platform.InputBroken;
import org.farmgate.shop.Contact;
import org.farmgate.shop.OrderRequest;
import org.farmgate.shop.Wanted;

/// An order as another platform tells it.
///
/// @param number its number there
/// @param regionCode where it goes: the code of a county or city (GB/T 2260)
public record OutsideOrder(String number, Contact contact, String regionCode, List<Line> lines) {
    public static final int LONGEST_NUMBER = 64;
    public static final int LONGEST_REGION = 20;

    /// @param code what that platform calls the item
    /// @param quantity of items, each of which may be several packs
    /// @param paid what the buyer paid there for the whole line
    public record Line(String code, int quantity, Money paid) {
        public static final int MOST = Wanted.MOST_PACKS;
    }

    /// Refuses by the input errors `missing`, `too-long`, `too-many`.
    public OutsideOrder {
        number = number.strip();
        lines = List.copyOf(lines);
        if (number.isEmpty()) throw new InputBroken("number", "missing");
        if (number.length() > LONGEST_NUMBER) throw new InputBroken("number", "too-long", LONGEST_NUMBER);
        if (lines.isEmpty()) throw new InputBroken("lines", "missing");
        if (lines.size() > OrderRequest.MOST_LINES) throw new InputBroken("lines", "too-many", OrderRequest.MOST_LINES);
    }

    public Money paid() {
        return lines.stream().map(Line::paid).reduce(Money.ZERO, Money::plus);
    }
}
