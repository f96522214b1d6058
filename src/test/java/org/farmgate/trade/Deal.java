package org.farmgate.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.farmgate.logistics.Carrier;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.measure.WeekSpan;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Multilingual;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// Contracts in force among the cast, and short ways to deliver under them.
@Lazy
@TestComponent
public class Deal {
    static final PriceIndex INDEX = new PriceIndex("Hami melon, first class", "Test market notice");

    public final Cast cast;
    public final ProductId melon = ProductId.next();
    public final SiteId packingHouse = SiteId.next();
    public final SiteId store = SiteId.next();
    public final WeekSpan window;
    private final Contracts contracts;
    private final Signatures signatures;
    private final CallOffs callOffs;
    private final Deliveries deliveries;
    private final Consignments consignments;
    private final Clock clock;

    Deal(
            Cast cast,
            Products products,
            Sites sites,
            Contracts contracts,
            Signatures signatures,
            CallOffs callOffs,
            Deliveries deliveries,
            Consignments consignments,
            Clock clock) {
        this.cast = cast;
        this.contracts = contracts;
        this.signatures = signatures;
        this.callOffs = callOffs;
        this.deliveries = deliveries;
        this.consignments = consignments;
        this.clock = clock;
        IsoWeek now = IsoWeek.of(LocalDate.now(clock));
        window = new WeekSpan(now, now.plusWeeks(4));
        products.register(
                cast.admin(), new Product(melon, "deal-melon", name("Melon"), "melon", Storage.AMBIENT, 28, false));
        products.addGrade(cast.admin(), new Grade(melon, 1, "A", name("Best")));
        products.addGrade(cast.admin(), new Grade(melon, 2, "B", name("Second")));
        sites.register(cast.admin(), site(packingHouse, SiteKind.PACKING_HOUSE, cast.manager()));
        sites.register(cast.admin(), site(store, SiteKind.STORE, cast.buyer()));
    }

    private static Multilingual name(String english) {
        return new Multilingual(english, "试验", "سىناق");
    }

    private Site site(SiteId id, SiteKind kind, Actor operator) {
        return new Site(
                id,
                kind,
                kind + " of " + operator.organisationName(),
                Optional.empty(),
                cast.county(),
                new Coordinates(38.9, 77.6),
                operator.organisation(),
                "Road 1",
                false);
    }

    static Price yuan(String perKilogram) {
        return Price.parseYuanPerKilogram(perKilogram);
    }

    /// Ten tonnes, 5 % up and down, at 2.50 yuan, a fifth of it ahead.
    public Contract signed() {
        return signed(new PriceRule.Fixed(yuan("2.50")));
    }

    public Contract signed(PriceRule price) {
        return signed(price, cast.manager(), cast.buyer(), store);
    }

    /// The cooperative buys from Aygul.
    public Contract withAygul(PriceRule price) {
        return signed(price, cast.aygul(), cast.manager(), packingHouse);
    }

    private Contract signed(PriceRule price, Actor seller, Actor buyer, SiteId site) {
        var terms = new ContractTerms(
                seller.organisation(),
                List.of(),
                buyer.organisation(),
                cast.county(),
                melon,
                2,
                new Quantity.FixedMass(Mass.tonnes(10), 500),
                window,
                PriceBasis.DELIVERED,
                price,
                new Deposit.Share(2_000, 10),
                List.of(new ContractLine(site, Mass.tonnes(10), window, Optional.empty())),
                new Conditions(0, 2, 15));
        Contract draft = contracts.draft(seller, ContractId.next(), terms);
        contracts.propose(seller, draft.id());
        signatures.sign(seller, draft.id(), draft.hash());
        signatures.sign(buyer, draft.id(), draft.hash());
        return contracts.get(buyer, draft.id());
    }

    public CallOff called(Contract contract, Mass mass) {
        return callOffs.call(
                        cast.buyer(),
                        contract.id(),
                        List.of(new Calling(
                                CallOffId.next(), store, window.first().plusWeeks(1), mass)))
                .getFirst();
    }

    Booking booking(CallOff callOff, Mass mass) {
        LocalDate today = LocalDate.now(clock);
        return new Booking(
                ConsignmentId.next(),
                callOff.contract(),
                callOff.id(),
                packingHouse,
                mass,
                20,
                today,
                today.plusDays(2),
                List.of());
    }

    public Consignment sent(CallOff callOff, Mass mass) {
        Consignment booked = deliveries.book(cast.clerk(), booking(callOff, mass));
        return consignments.handOver(
                cast.clerk(),
                booked.id(),
                new Carrier(Optional.of(cast.carrier().organisation()), "Test Haulage"),
                Optional.empty(),
                clock.instant());
    }

    /// Called off, sent and taken by the buyer; the invoice follows.
    public InvoiceId delivered(Contract contract, Mass called, Mass accepted) {
        Consignment sent = sent(called(contract, called), called);
        consignments.deliver(cast.carrier(), sent.id(), "Gao Wei", accepted, clock.instant());
        return InvoiceId.of(sent.id());
    }
}
