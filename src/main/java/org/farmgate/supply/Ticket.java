package org.farmgate.supply;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.ProductId;
import org.farmgate.stock.LotId;

/// A weight ticket: the farm-gate purchase. It makes one lot, so that a lot has one title and one payee;
/// and it never changes, but that its price is decided once and that it may be cancelled while the goods
/// lie untouched.
///
/// @param buyer the organisation that weighed
/// @param harvest whose goods these are: one written down before, or made by this ticket; empty without a
///     plot
/// @param lot made by this ticket
/// @param price once it is decided
/// @param pricedAt when it was
public record Ticket(
        TicketId id,
        RegionId origin,
        PartyId buyer,
        PartyId grower,
        Optional<PlotId> plot,
        Optional<HarvestId> harvest,
        LotId lot,
        ProductId product,
        int grade,
        Weighing weighing,
        Title title,
        Optional<Price> price,
        Optional<Instant> pricedAt,
        String witness,
        SiteId site,
        Instant weighedAt,
        Optional<ContractRef> contract,
        Recorded recorded,
        TicketState state) {
    public static final int LONGEST_WITNESS = 80;
    public static final int LONGEST_REASON = 200;

    /// Refuses by GRADE_NOT_OF_PRODUCT, TICKET_WITH_ITSELF, TICKET_WITHOUT_PRICE, ON_BEHALF_HAS_NO_PRICE,
    /// and the input errors `missing` and `too-long`.
    public Ticket {
        witness = witness.strip();
        if (witness.isEmpty()) throw new InputBroken("witness", "missing");
        if (witness.codePointCount(0, witness.length()) > LONGEST_WITNESS)
            throw new InputBroken("witness", "too-long", LONGEST_WITNESS);
        if (grade < 1 || grade > 9) throw new RuleBroken(SupplyRule.GRADE_NOT_OF_PRODUCT, grade);
        if (buyer.equals(grower)) throw new RuleBroken(SupplyRule.TICKET_WITH_ITSELF);
        if (price.isPresent()) checkPrice(title, price.get());
    }

    static void checkPrice(Title title, Price price) {
        switch (title) {
            case OUTRIGHT -> {
                if (price.fenPerTonne() == 0) throw new RuleBroken(SupplyRule.TICKET_WITHOUT_PRICE);
            }
            case ON_BEHALF -> throw new RuleBroken(SupplyRule.ON_BEHALF_HAS_NO_PRICE);
        }
    }

    /// What the grower gets for it, once the price is decided.
    public Optional<Money> worth() {
        return price.map(decided -> decided.of(weighing.net()));
    }

    public boolean stands() {
        return state instanceof TicketState.Standing;
    }

    /// Bought, and the price still to come.
    public boolean awaitsPrice() {
        return stands() && title == Title.OUTRIGHT && price.isEmpty();
    }

    /// What people call it.
    public String number() {
        return number(id);
    }

    /// What is written on its paper.
    public static String number(TicketId id) {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "BD-" + digits.substring(20, 26) + "-" + digits.substring(26);
    }
}
