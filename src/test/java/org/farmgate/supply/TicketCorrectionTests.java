package org.farmgate.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.farmgate.ledger.Corrections;
import org.farmgate.ledger.LedgerRule;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A debt is undone by its ticket or by the bookkeeper, never by both.
@ModuleTest
@Import({Cast.class, Season.class, Scale.class})
class TicketCorrectionTests {
    @Autowired
    Cast cast;

    @Autowired
    Scale scale;

    @Autowired
    Tickets tickets;

    @Autowired
    Corrections corrections;

    @Autowired
    Postings postings;

    @Test
    void aTicketWhoseEntryWasPutRightIsNotCancelled() {
        Ticket ticket = weighed();
        Money before = postings.balance(scale.debt());
        corrections.correct(cast.clerk(), cast.county(), entry(ticket), Optional.empty(), "Weighed twice");
        assertThatThrownBy(() -> tickets.cancel(cast.clerk(), ticket.id(), "Weighed twice"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(SupplyRule.TICKET_ENTRY_CORRECTED));
        assertThat(before.minus(postings.balance(scale.debt()))).isEqualTo(Money.yuan(2_000));
    }

    @Test
    void theEntryOfACancelledTicketIsNotPutRight() {
        Ticket ticket = weighed();
        Money before = postings.balance(scale.debt());
        tickets.cancel(cast.clerk(), ticket.id(), "Weighed twice");
        assertThatThrownBy(() -> corrections.correct(
                        cast.clerk(), cast.county(), entry(ticket), Optional.empty(), "Weighed twice"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(LedgerRule.NOT_CORRECTED_HERE));
        assertThat(before.minus(postings.balance(scale.debt()))).isEqualTo(Money.yuan(2_000));
    }

    private Ticket weighed() {
        return tickets.weigh(cast.clerk(), scale.wanted(1_105, Title.OUTRIGHT, Optional.of(Season.yuan("2.00"))));
    }

    private static TransferId entry(Ticket ticket) {
        return TransferId.of("ticket", ticket.id().value(), "debt");
    }
}
