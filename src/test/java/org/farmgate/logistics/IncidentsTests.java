package org.farmgate.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.Postings;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.place.Coordinates;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.SiteKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.farmgate.testing.Race;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(Cast.class)
class IncidentsTests {
    @Autowired
    Cast cast;

    @Autowired
    Consignments consignments;

    @Autowired
    Incidents incidents;

    @Autowired
    Returns returns;

    @Autowired
    Postings postings;

    @Autowired
    Sites sites;

    @Autowired
    Clock clock;

    private static void refused(Rule rule, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>) thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule)));
    }

    private SiteId site(SiteKind kind, Actor operator) {
        SiteId id = SiteId.next();
        sites.register(
                cast.admin(),
                new Site(
                        id,
                        kind,
                        kind + " " + id,
                        Optional.empty(),
                        cast.county(),
                        new Coordinates(38.9, 77.6),
                        operator.organisation(),
                        "",
                        false));
        return id;
    }

    private Consignment onTheRoad() {
        LocalDate today = LocalDate.now(clock);
        Consignment booked = consignments.book(new NewConsignment(
                ConsignmentId.next(),
                cast.county(),
                cast.manager().organisation(),
                site(SiteKind.PACKING_HOUSE, cast.manager()),
                new Delivery.ToSite(site(SiteKind.STORE, cast.buyer())),
                Mass.kilograms(800),
                40,
                today,
                today.plusDays(3),
                "test.order",
                UUID.randomUUID()));
        return consignments.handOver(
                cast.clerk(),
                booked.id(),
                new Carrier(Optional.of(cast.carrier().organisation()), "Test Haulage"),
                Optional.empty(),
                clock.instant());
    }

    private NewIncident broken(Consignment of, Money damage, Optional<PartyId> payer) {
        return new NewIncident(IncidentId.next(), of.id(), Incident.Kind.DAMAGED, "Six boxes fell", damage, payer);
    }

    private Money owed() {
        return postings.balance(AccountKey.receivable(
                cast.county(), cast.manager().organisation(), cast.carrier().organisation()));
    }

    @Test
    void whoBrokeItOwnsTheDebt() {
        Consignment one = onTheRoad();
        NewIncident wanted =
                broken(one, Money.yuan(240), Optional.of(cast.carrier().organisation()));
        incidents.raise(cast.clerk(), wanted);
        incidents.raise(cast.clerk(), wanted);
        assertThat(incidents.of(cast.carrier(), one.id())).hasSize(1).allMatch(Incident::isOpen);
        Money before = owed();
        refused(LogisticsRule.INCIDENT_NOT_YOURS, () -> incidents.settle(cast.manager(), one.id(), wanted.id()));
        incidents.settle(cast.carrier(), one.id(), wanted.id());
        incidents.settle(cast.carrier(), one.id(), wanted.id());
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(240));
        assertThat(postings.balance(AccountKey.of(
                        cast.county(), AccountKind.COMPENSATION, cast.manager().organisation())))
                .isGreaterThanOrEqualTo(Money.yuan(240));
        assertThat(incidents.of(cast.manager(), one.id()).getFirst().settled()).isPresent();
    }

    @Test
    void theCountyCentreDecidesOnceHoweverManyAskAtOnce() throws InterruptedException {
        Consignment one = onTheRoad();
        NewIncident wanted =
                broken(one, Money.yuan(100), Optional.of(cast.carrier().organisation()));
        incidents.raise(cast.manager(), wanted);
        Money before = owed();
        List<Callable<Boolean>> both =
                List.of(() -> settled(cast.officer(), one, wanted), () -> settled(cast.carrier(), one, wanted));
        assertThat(Race.won(Race.of(both))).isEqualTo(2);
        assertThat(owed().minus(before)).isEqualTo(Money.yuan(100));
    }

    private boolean settled(Actor actor, Consignment one, NewIncident wanted) {
        incidents.settle(actor, one.id(), wanted.id());
        return true;
    }

    @Test
    void whatNobodyElseBearsIsOnlyWrittenDown() {
        Consignment one = onTheRoad();
        NewIncident wanted = broken(one, Money.ZERO, Optional.empty());
        incidents.raise(cast.carrier(), wanted);
        refused(LogisticsRule.INCIDENT_WITHOUT_DEBT, () -> incidents.settle(cast.officer(), one.id(), wanted.id()));
        refused(
                LogisticsRule.INCIDENT_ID_TAKEN,
                () -> incidents.raise(
                        cast.carrier(),
                        new NewIncident(
                                wanted.id(), one.id(), Incident.Kind.LATE, "Other", Money.ZERO, Optional.empty())));
        assertThatThrownBy(() -> incidents.raise(cast.otherManager(), broken(one, Money.ZERO, Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasRefusedGoesBackOnce() {
        Consignment one = onTheRoad();
        LocalDate today = LocalDate.now(clock);
        refused(
                LogisticsRule.NOTHING_TO_RETURN,
                () -> returns.book(cast.clerk(), one.id(), Mass.kilograms(50), 2, today, today.plusDays(5)));
        consignments.deliver(cast.carrier(), one.id(), "Zhang Min", Mass.kilograms(750), clock.instant());
        refused(
                LogisticsRule.RETURN_EXCEEDS_SENT,
                () -> returns.book(cast.clerk(), one.id(), Mass.kilograms(801), 2, today, today.plusDays(5)));
        Consignment back = returns.book(cast.clerk(), one.id(), Mass.kilograms(50), 2, today, today.plusDays(5));
        assertThat(returns.book(cast.clerk(), one.id(), Mass.kilograms(50), 2, today, today.plusDays(5)))
                .isEqualTo(back);
        assertThat(back.from()).isEqualTo(one.toSite().orElseThrow());
        assertThat(back.toSite()).contains(one.from());
        assertThat(returns.of(cast.carrier(), one.id())).containsExactly(back);
    }
}
