package org.farmgate.trade.web;

import java.util.List;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.trade.Conditions;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.DemandId;
import org.farmgate.trade.Deposit;
import org.farmgate.trade.PriceBasis;
import org.farmgate.trade.PriceIndex;
import org.farmgate.trade.PriceRule;
import org.farmgate.trade.Quantity;
import org.farmgate.trade.Side;
import org.springframework.stereotype.Component;

/// Reads terms from a form or from JSON: for a new contract, for other terms before signing, and for an
/// amendment.
@Component
@SuppressWarnings("NullAway") // as Fields: what is read counts only after its check
class ContractForm {
    /// The kinds of price, as the form names them.
    enum PriceKind {
        FIXED,
        FLOOR_PLUS_UPSIDE,
        MARKET_LINKED
    }

    /// The kinds of deposit, as the form names them.
    enum DepositKind {
        NONE,
        SHARE,
        AMOUNT
    }

    /// The kinds of quantity, as the form names them.
    enum QuantityKind {
        FIXED_MASS,
        WHOLE_CROP
    }

    private final Parties parties;
    private final Products products;
    private final PlaceList places;
    private final CropForm crops;

    ContractForm(Parties parties, Products products, PlaceList places, CropForm crops) {
        this.parties = parties;
        this.products = products;
        this.places = places;
        this.crops = crops;
    }

    /// Who contracts about what: what no later version may change.
    record Deal(PartyId seller, PartyId buyer, RegionId origin, ProductId product, List<PartyId> onBehalfOf) {
        static Deal of(ContractTerms terms) {
            return new Deal(terms.seller(), terms.buyer(), terms.origin(), terms.product(), terms.onBehalfOf());
        }
    }

    /// A contract that stands nowhere yet. The actor's own side is theirs; the other is named by its short
    /// code.
    ContractTerms readNew(Actor actor, Fields fields) {
        Party self = parties.get(actor.organisation());
        Party other = party(fields, "otherCode");
        ProductId product = fields.id("product", ProductId::new);
        if (product != null && products.find(product).isEmpty())
            fields.wrong("product", "no-such-choice", product.toString());
        boolean selling = sells(self, fields);
        fields.check();
        Party seller = selling ? self : other;
        Party buyer = selling ? other : self;
        RegionId origin = seller.county()
                .orElseGet(() ->
                        fields.wrong("otherCode", selling ? "no-county-of-your-own" : "no-county", seller.name()));
        fields.check();
        return read(fields, new Deal(seller.id(), buyer.id(), origin, product, List.of()), List.of());
    }

    /// A buyer buys; who grows sells; a company that does both says which.
    private static boolean sells(Party self, Fields fields) {
        if (self.kind() == PartyKind.BUYER) return false;
        return fields.isEmpty("side") || fields.choice("side", Side.class) == Side.SELLER;
    }

    private Party party(Fields fields, String field) {
        String code = fields.text(field, 20);
        if (code == null) return null;
        Party found = parties.byCode(List.of(code.toUpperCase(java.util.Locale.ROOT)))
                .get(code.toUpperCase(java.util.Locale.ROOT));
        return found == null || found.erased() ? fields.wrong(field, "no-such-party", code) : found;
    }

    /// Other terms for the same deal.
    ///
    /// @param before lines whose demands are kept where the place stays
    ContractTerms read(Fields fields, Deal deal, List<ContractLine> before) {
        Long grade = fields.number("minimumGrade", 1, 9);
        WeekSpan window = DemandForm.window(fields);
        PriceBasis basis = fields.choice("basis", PriceBasis.class);
        PriceRule price = price(fields);
        Deposit deposit = deposit(fields);
        Conditions conditions = conditions(fields);
        List<PlaceList.Wanted> wanted = places.read(fields, deal.buyer());
        QuantityKind kind = fields.choice("quantity", QuantityKind.class);
        long tolerance = kind == QuantityKind.FIXED_MASS ? points(fields, "tolerance", 2_000) : 0;
        fields.check();
        Quantity quantity = switch (kind) {
            case FIXED_MASS -> new Quantity.FixedMass(sum(wanted), (int) tolerance);
            case WHOLE_CROP -> crops.read(fields, deal, Math.toIntExact(grade), window);
        };
        return new ContractTerms(
                deal.seller(),
                deal.onBehalfOf(),
                deal.buyer(),
                deal.origin(),
                deal.product(),
                Math.toIntExact(grade),
                quantity,
                window,
                basis,
                price,
                deposit,
                lines(wanted, window, before),
                conditions);
    }

    private static Mass sum(List<PlaceList.Wanted> wanted) {
        return wanted.stream().map(PlaceList.Wanted::mass).reduce(Mass.ZERO, Mass::plus);
    }

    private static List<ContractLine> lines(List<PlaceList.Wanted> wanted, WeekSpan window, List<ContractLine> before) {
        return wanted.stream()
                .map(one -> new ContractLine(
                        one.site(),
                        one.mass(),
                        one.weeks().orElse(window),
                        before.stream()
                                .filter(line -> line.site().equals(one.site()))
                                .findFirst()
                                .flatMap(ContractLine::demand)
                                .map(demand -> new DemandId(demand.value()))))
                .toList();
    }

    private static PriceRule price(Fields fields) {
        PriceKind kind = fields.choice("priceKind", PriceKind.class);
        Price price = above(fields, "price");
        if (kind == null || kind == PriceKind.FIXED)
            return price == null || price.fenPerTonne() == 0 ? null : new PriceRule.Fixed(price);
        Price second = above(fields, "secondPrice");
        long share = points(fields, "share", kind == PriceKind.MARKET_LINKED ? 30_000 : 10_000);
        String name = fields.text("indexName", PriceIndex.LONGEST);
        String source = fields.text("indexSource", PriceIndex.LONGEST);
        if (share == 0) fields.wrong("share", "zero");
        if (price == null || second == null || share <= 0 || name == null || source == null) return null;
        var index = new PriceIndex(name, source);
        if (kind == PriceKind.FLOOR_PLUS_UPSIDE)
            return new PriceRule.FloorPlusUpside(price, second, (int) share, index);
        if (second.compareTo(price) < 0) return fields.wrong("secondPrice", "ceiling-below-floor", price);
        return new PriceRule.MarketLinked(index, (int) share, price, second);
    }

    private static Price above(Fields fields, String field) {
        Price price = fields.price(field);
        return price != null && price.fenPerTonne() == 0 ? fields.wrong(field, "zero") : price;
    }

    private static Deposit deposit(Fields fields) {
        DepositKind kind = fields.choice("depositKind", DepositKind.class);
        if (kind == null || kind == DepositKind.NONE) return new Deposit.None();
        Long days = fields.number("depositDays", 0, Deposit.MOST_DUE_DAYS);
        if (kind == DepositKind.SHARE) {
            long points = points(fields, "deposit", Deposit.MOST_BASIS_POINTS);
            if (points == 0) fields.wrong("deposit", "zero");
            return days == null || points <= 0 ? null : new Deposit.Share((int) points, Math.toIntExact(days));
        }
        Money money = fields.money("deposit");
        if (money != null && money.fen() <= 0) money = fields.wrong("deposit", "zero");
        return days == null || money == null ? null : new Deposit.Amount(money, Math.toIntExact(days));
    }

    private static Conditions conditions(Fields fields) {
        Long notice = fields.number("noticeDays", 0, Conditions.MOST_DAYS);
        Long claim = fields.number("claimDays", 0, Conditions.MOST_DAYS);
        Long payment = fields.number("paymentDays", 0, Conditions.MOST_DAYS);
        return notice == null || claim == null || payment == null
                ? null
                : new Conditions(Math.toIntExact(notice), Math.toIntExact(claim), Math.toIntExact(payment));
    }

    /// Percent with at most two decimals, as basis points; -1 where it is wrong.
    private static long points(Fields fields, String field, long most) {
        Money percent = fields.money(field);
        if (percent == null) return -1;
        if (percent.fen() < 0 || percent.fen() > most) {
            fields.wrong(field, "out-of-range", 0L, most / 100);
            return -1;
        }
        return percent.fen();
    }
}
