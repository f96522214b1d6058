package org.farmgate.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.product.Storage;
import org.farmgate.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/// The books of the cast: short ways to buy from a grower, to lend to one, to keep a bank number. Tests that
/// share a context share these books, so each buys from growers of its own.
@Lazy
@TestComponent
public class Ledgers {
    public static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    public final Cast cast;
    public final ProductId melon = ProductId.next();
    private final Postings postings;
    private final Numbers numbers;
    private int growers;

    Ledgers(Cast cast, Postings postings, Numbers numbers, Products products) {
        this.cast = cast;
        this.postings = postings;
        this.numbers = numbers;
        products.register(
                cast.admin(),
                new Product(
                        melon,
                        "ledger-melon",
                        new Multilingual("Ledger melon", "账簿瓜", "ھېسابات قوغۇنى"),
                        "melon",
                        Storage.AMBIENT,
                        28,
                        false));
    }

    /// A grower of the cooperative whom nobody else knows.
    public Actor grower() {
        growers++;
        return cast.grower(cast.manager(), "Ledger Grower " + growers, "ledger-grower-" + growers);
    }

    /// Has a bank number kept from now on.
    public Actor keepsBankNumber(Actor whose) {
        numbers.keep(whose, whose.organisation(), NumberKind.BANK, bankNumber(growers));
        return whose;
    }

    /// The cooperative buys for so much; answers the ticket.
    public UUID buy(PartyId cooperative, PartyId grower, long fen, LocalDate on) {
        return buy(cast.county(), cooperative, grower, fen, on);
    }

    public UUID buy(RegionId origin, PartyId cooperative, PartyId grower, long fen, LocalDate on) {
        UUID ticket = Id.next();
        postings.post(List.of(new Transfer(
                TransferId.of("ticket", ticket, "price"),
                AccountKey.of(origin, AccountKind.GOODS_BOUGHT, cooperative),
                AccountKey.payable(origin, cooperative, grower),
                new Money(fen),
                on,
                "ticket",
                ticket,
                new Particulars(
                        Optional.of(melon),
                        Optional.of(Mass.kilograms(fen / 200)),
                        Optional.of(Price.perKilogram(new Money(200))),
                        "ticket",
                        "ticket",
                        Optional.of(ticket),
                        List.of(new Particulars.Deduction("moisture", Mass.kilograms(3)))))));
        return ticket;
    }

    /// Posts from one account to another, for no particular reason.
    public TransferId post(AccountKey debit, AccountKey credit, long fen, LocalDate on, String rule) {
        TransferId id = TransferId.next();
        postings.post(List.of(
                new Transfer(id, debit, credit, new Money(fen), on, "test", Id.next(), Particulars.rule(rule))));
        return id;
    }

    public Money payable(PartyId cooperative, PartyId grower) {
        return postings.balance(AccountKey.payable(cast.county(), cooperative, grower));
    }

    /// A number that is nobody's, with its check digit.
    public static String bankNumber(int serial) {
        String body = "621799%09d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int part = i % 2 == 0 ? digit * 2 : digit;
            sum += part > 9 ? part - 9 : part;
        }
        return body + (10 - sum % 10) % 10;
    }
}
