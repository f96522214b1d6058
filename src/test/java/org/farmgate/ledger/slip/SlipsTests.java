package org.farmgate.ledger.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Ledgers;
import org.farmgate.ledger.payout.PayoutId;
import org.farmgate.ledger.payout.Payouts;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Ledgers.class})
class SlipsTests {
    private static final LocalDate DAY = Ledgers.DAY;

    @Autowired
    Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Slips slips;

    @Autowired
    Payouts payouts;

    @Test
    void aSlipSaysWhatForAndAddsUp(@Autowired java.time.Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Actor grower = ledgers.keepsBankNumber(ledgers.grower());
        PartyId payee = grower.organisation();
        ledgers.buy(coop(), payee, 1_000, today.minusDays(40));
        ledgers.buy(coop(), payee, 24_000, today.minusDays(1));
        ledgers.post(
                AccountKey.payable(cast.county(), coop(), payee),
                AccountKey.of(cast.county(), AccountKind.GOODS_BOUGHT, coop()),
                2_000,
                today,
                "claw-back");
        PayoutId payout = PayoutId.next();
        payouts.propose(cast.clerk(), payout, cast.county(), coop(), today, Set.of(payee));
        payouts.release(cast.manager(), payout);
        Slip slip = slips.get(grower, coop(), payee, today.minusDays(30), today);
        assertThat(slip.earlier()).isEqualTo(new Money(1_000));
        assertThat(slip.earned()).isEqualTo(new Money(24_000));
        assertThat(slip.taken()).isEqualTo(new Money(-2_000));
        assertThat(slip.paidOut()).isEqualTo(new Money(-23_000));
        assertThat(slip.carriedOver()).isEqualTo(Money.ZERO);
        SlipLine bought = slip.lines().getFirst();
        assertThat(bought.kind()).isEqualTo(SlipLine.Kind.EARNED);
        assertThat(bought.particulars().mass()).contains(Mass.kilograms(120));
        assertThat(bought.particulars().deductions())
                .singleElement()
                .satisfies(deduction -> assertThat(deduction.word()).isEqualTo("moisture"));
        payouts.returned(cast.clerk(), payout, 1, "No such account", today);
        assertThat(slips.get(grower, coop(), payee, today.minusDays(30), today).carriedOver())
                .isEqualTo(new Money(23_000));
        // Of the days before only what was of those days.
        Slip before = slips.get(grower, coop(), payee, today.minusDays(60), today.minusDays(31));
        assertThat(before.earlier()).isEqualTo(Money.ZERO);
        assertThat(before.carriedOver()).isEqualTo(new Money(1_000));
    }

    @Test
    void whoeverSeesASlipAndWhoDoesNot() {
        Actor grower = ledgers.grower();
        ledgers.buy(coop(), grower.organisation(), 500, DAY);
        for (Actor seer : List.of(grower, cast.viewer(), cast.officer(), cast.admin()))
            assertThat(slips.get(seer, coop(), grower.organisation(), DAY, DAY).earned())
                    .isEqualTo(new Money(500));
        for (Actor other : List.of(cast.tursun(), cast.otherManager(), cast.faraway(), cast.buyer()))
            assertThatThrownBy(() -> slips.get(other, coop(), grower.organisation(), DAY, DAY))
                    .isInstanceOf(NotFound.class);
        assertThat(slips.search(grower, Paging.first()).rows())
                .containsExactly(new SlipListing(coop(), grower.organisation(), new Money(500)));
        assertThat(slips.search(cast.tursun(), Paging.first()).rows()).isEmpty();
        assertThat(slips.search(cast.manager(), new Paging(0, 50, "Ledger Grower"))
                        .rows())
                .anyMatch(row -> row.payee().equals(grower.organisation()));
        assertThat(slips.search(cast.manager(), new Paging(0, 50, "nobody of that name"))
                        .rows())
                .isEmpty();
    }

    @Test
    void whatOthersOweAGrowerIsNotTheCooperativesToSee() {
        Actor grower = ledgers.grower();
        PartyId operator = cast.admin().organisation();
        AccountKey escrow = AccountKey.of(cast.county(), AccountKind.ESCROW, "an order of " + grower.organisation());
        ledgers.post(
                AccountKey.of(cast.county(), AccountKind.PROVIDER_CLEARING, "sandbox"), escrow, 80, DAY, "payment");
        ledgers.post(escrow, AccountKey.payable(cast.county(), operator, grower.organisation()), 80, DAY, "grower");
        assertThat(slips.get(grower, operator, grower.organisation(), DAY, DAY).earned())
                .isEqualTo(new Money(80));
        assertThatThrownBy(() -> slips.get(cast.manager(), operator, grower.organisation(), DAY, DAY))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void daysThatAreCrossedAreRefused() {
        assertThatThrownBy(() -> slips.get(cast.aygul(), coop(), cast.aygul().organisation(), DAY, DAY.minusDays(1)))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(SlipRule.SLIP_ENDS_BEFORE_START));
    }

    private PartyId coop() {
        return cast.manager().organisation();
    }
}
