package org.farmgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;

/// Short ways to accounts and entries of a county of one's own.
final class Entries {
    static final LocalDate DAY = LocalDate.of(2027, 8, 2);

    final RegionId origin = RegionId.next();
    final PartyId cooperative = PartyId.next();
    final PartyId grower = PartyId.next();

    AccountKey clearing() {
        return AccountKey.of(origin, AccountKind.PROVIDER_CLEARING, "sandbox");
    }

    AccountKey escrow(String order) {
        return AccountKey.of(origin, AccountKind.ESCROW, order);
    }

    AccountKey payable() {
        return AccountKey.payable(origin, cooperative, grower);
    }

    AccountKey goods() {
        return AccountKey.of(origin, AccountKind.GOODS_BOUGHT, cooperative);
    }

    static Transfer transfer(AccountKey debit, AccountKey credit, long fen) {
        return transfer(TransferId.next(), debit, credit, fen);
    }

    static Transfer transfer(TransferId id, AccountKey debit, AccountKey credit, long fen) {
        return new Transfer(
                id, debit, credit, new Money(fen), DAY, "test", new UUID(1, 1), Particulars.rule("settlement"));
    }

    NewHold hold(HoldId id, AccountKey debit, AccountKey credit, long fen) {
        return new NewHold(id, debit, credit, new Money(fen), DAY, "test", Id.next(), Particulars.none());
    }

    static Consumer<Throwable> breaks(Rule rule) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(RuleBroken.class);
            assertThat(((RuleBroken) thrown).rule()).isEqualTo(rule);
        };
    }
}
