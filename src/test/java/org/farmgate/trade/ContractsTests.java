package org.farmgate.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.place.Regions;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.product.Products;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ModuleTest(extraIncludes = "platform")
class ContractsTests {
    @Autowired
    private Contracts contracts;

    @Autowired
    private Signatures signatures;

    @Autowired
    private CallOffs callOffs;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Demands demands;

    @Autowired
    private Regions regions;

    @Autowired
    private Products products;

    @Autowired
    private Sites sites;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Market market;

    @BeforeEach
    void aFreshMarket() {
        market = new Market(regions, products, sites, clock, 6);
    }

    private Contract drafted() {
        return contracts.draft(market.grower, ContractId.next(), market.terms(4));
    }

    private Contract proposed() {
        Contract draft = drafted();
        return contracts.propose(market.grower, draft.id());
    }

    private Contract inForce() {
        Contract contract = proposed();
        signatures.sign(market.grower, contract.id(), contract.hash());
        signatures.sign(market.buyer, contract.id(), contract.hash());
        return contracts.get(market.buyer, contract.id());
    }

    private Calling calling(long kilograms) {
        return new Calling(
                CallOffId.next(), market.stores.getFirst(), market.season.first(), Mass.kilograms(kilograms));
    }

    private static void assertRefused(TradeRule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @Test
    void whatWasDraftedIsReadBackAsItWas() {
        for (ContractTerms terms : TermsSamples.everyKind(market)) {
            Contract contract = contracts.draft(market.grower, ContractId.next(), terms);
            assertThat(contract.terms()).isEqualTo(terms);
            assertThat(contract.hash()).isEqualTo(TermsHash.of(contract.termsText()));
            assertThat(contract.termsText()).contains("哈密瓜", "一级", contract.number());
        }
    }

    @Test
    void theSameDraftTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        Contract draft = drafted();
        assertThat(contracts.draft(market.grower, draft.id(), draft.terms())).isEqualTo(draft);
        assertRefused(TradeRule.CONTRACT_ID_TAKEN, () -> contracts.draft(market.grower, draft.id(), market.terms(3)));
    }

    @Test
    void aDraftIsItsWritersOwnUntilItIsProposed() {
        Contract draft = drafted();
        assertThatThrownBy(() -> contracts.get(market.buyer, draft.id())).isInstanceOf(NotFound.class);
        assertThat(numbersSeenBy(market.buyer)).isEmpty();
        contracts.propose(market.grower, draft.id());
        assertThat(contracts.get(market.buyer, draft.id()).stage()).isEqualTo(ContractStage.PROPOSED);
        assertThat(numbersSeenBy(market.buyer)).containsExactly(draft.number());
        assertThatThrownBy(() -> contracts.get(market.otherBuyer, draft.id())).isInstanceOf(NotFound.class);
        assertThat(numbersSeenBy(market.otherBuyer)).isEmpty();
    }

    private List<String> numbersSeenBy(Actor actor) {
        return contracts.search(actor, ContractQuery.all(Paging.first())).rows().stream()
                .map(ContractListing::number)
                .toList();
    }

    @Test
    void itIsFoundByNumberAndByProductInAnyLanguage() {
        Contract contract = proposed();
        for (String search : List.of(contract.number().substring(3, 7), "哈密", "قوغۇن", "hami MELON"))
            assertThat(contracts
                            .search(market.buyer, ContractQuery.all(new Paging(0, 10, search)))
                            .total())
                    .as(search)
                    .isEqualTo(1);
        assertThat(contracts
                        .search(market.buyer, ContractQuery.all(new Paging(0, 10, "100%_")))
                        .total())
                .isZero();
        assertThat(contracts
                        .search(
                                market.buyer,
                                new ContractQuery(
                                        Paging.first(), Set.of(ContractStage.SIGNED), java.util.Optional.empty()))
                        .total())
                .isZero();
    }

    @Test
    void twoSignaturesPutItIntoForce(AssertablePublishedEvents events) {
        Contract contract = inForce();
        assertThat(contract.stage()).isEqualTo(ContractStage.SIGNED);
        assertThat(contract.signatures())
                .extracting(Signature::side, Signature::personName, Signature::terms)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Side.SELLER, "Aygül", contract.hash()),
                        org.assertj.core.groups.Tuple.tuple(Side.BUYER, "Chen Jing", contract.hash()));
        assertThat(events.ofType(ContractSigned.class)
                        .matching(event -> event.contract().equals(contract.id())))
                .hasSize(1);
        assertRefused(
                TradeRule.CONTRACT_NOT_IN_THAT_STATE,
                () -> signatures.sign(market.buyer, contract.id(), contract.hash()));
        assertRefused(TradeRule.CONTRACT_NOT_IN_THAT_STATE, () -> contracts.cancel(market.buyer, contract.id(), "no"));
    }

    @Test
    void otherTermsWipeAnOpenSignature() {
        Contract contract = proposed();
        signatures.sign(market.grower, contract.id(), contract.hash());
        Contract rewritten = contracts.rewrite(market.buyer, contract.id(), contract.hash(), market.terms(3));
        assertThat(rewritten.stage()).isEqualTo(ContractStage.PROPOSED);
        assertThat(rewritten.signatures()).isEmpty();
        assertThat(rewritten.version()).isEqualTo(2);
        assertRefused(
                TradeRule.CONTRACT_TERMS_CHANGED, () -> signatures.sign(market.buyer, contract.id(), contract.hash()));
        assertThat(contracts.versions(market.buyer, contract.id())).hasSize(2);
    }

    @Test
    void nobodySignsTwiceForBothOrForNobody() {
        Contract contract = proposed();
        signatures.sign(market.grower, contract.id(), contract.hash());
        assertRefused(
                TradeRule.CONTRACT_ALREADY_SIGNED,
                () -> signatures.sign(market.grower, contract.id(), contract.hash()));
        Actor turncoat = new Actor(
                market.grower.account(),
                market.grower.person(),
                market.grower.personName(),
                market.chain,
                "Chain",
                java.util.Optional.empty(),
                false,
                market.buyer.rights());
        assertRefused(
                TradeRule.CONTRACT_ONE_PERSON_BOTH_SIDES,
                () -> signatures.sign(turncoat, contract.id(), contract.hash()));
        assertRefused(
                TradeRule.CONTRACT_NOT_A_PARTY, () -> signatures.sign(market.planner, contract.id(), contract.hash()));
    }

    @Test
    void callOffsStopAtTheToleranceAndComeBackWhenWithdrawn() {
        Contract contract = inForce();
        Calling first = calling(4_000);
        callOffs.call(market.buyer, contract.id(), List.of(first));
        callOffs.call(market.buyer, contract.id(), List.of(first));
        assertThat(balance(contract).calledOff()).isEqualTo(Mass.tonnes(4));
        assertThat(balance(contract).remaining()).isEqualTo(Mass.ZERO);
        assertThat(balance(contract).callable()).isEqualTo(Mass.kilograms(200));
        assertRefused(
                TradeRule.CALL_OFF_EXCEEDS_REMAINING,
                () -> callOffs.call(market.buyer, contract.id(), List.of(calling(201))));
        callOffs.call(market.buyer, contract.id(), List.of(calling(200)));
        callOffs.withdraw(market.buyer, contract.id(), first.id());
        assertThat(balance(contract).calledOff()).isEqualTo(Mass.kilograms(200));
        assertRefused(
                TradeRule.CALL_OFF_ALREADY_WITHDRAWN, () -> callOffs.withdraw(market.buyer, contract.id(), first.id()));
        assertRefused(
                TradeRule.CONTRACT_NOT_A_PARTY, () -> callOffs.call(market.grower, contract.id(), List.of(calling(1))));
        assertRefused(
                TradeRule.CALL_OFF_OUTSIDE_WINDOW,
                () -> callOffs.call(
                        market.buyer,
                        contract.id(),
                        List.of(new Calling(
                                CallOffId.next(),
                                market.stores.getFirst(),
                                market.season.last().plusWeeks(1),
                                new Mass(1)))));
        assertRefused(
                TradeRule.CALL_OFF_PLACE_UNKNOWN,
                () -> callOffs.call(
                        market.buyer,
                        contract.id(),
                        List.of(new Calling(
                                CallOffId.next(), market.stores.getLast(), market.season.first(), new Mass(1)))));
    }

    private Balance balance(Contract contract) {
        return contracts.get(market.buyer, contract.id()).balance();
    }

    @Test
    void afterTheNoticeNothingIsCalledOffOrTakenBack() {
        Contract contract = inForce();
        Calling made = calling(1_000);
        callOffs.call(market.buyer, contract.id(), List.of(made));
        // The window moves to this week under the contract's feet: as if the season had come.
        IsoWeek week = IsoWeek.of(java.time.LocalDate.now(clock));
        for (String table : List.of("contract", "contract_version", "contract_line"))
            jdbc.sql("update trade." + table + " set first_week = :week where "
                            + (table.equals("contract") ? "id" : "contract_id") + " = :id")
                    .param("week", week.number())
                    .param("id", contract.id().value())
                    .update();
        jdbc.sql("update trade.call_off set week = :week where id = :id")
                .param("week", week.number())
                .param("id", made.id().value())
                .update();
        assertRefused(
                TradeRule.CALL_OFF_TOO_LATE,
                () -> callOffs.call(
                        market.buyer,
                        contract.id(),
                        List.of(new Calling(CallOffId.next(), market.stores.getFirst(), week, new Mass(1)))));
        assertRefused(TradeRule.CALL_OFF_TOO_LATE, () -> callOffs.withdraw(market.buyer, contract.id(), made.id()));
    }

    @Test
    void anAmendmentHoldsOnlyFromTheOtherSidesAgreement(AssertablePublishedEvents events) {
        Contract contract = inForce();
        Amendment amendment =
                amendments.propose(market.buyer, contract.id(), contract.hash(), market.terms(5), "a store more");
        assertThat(contracts.get(market.grower, contract.id()).version()).isEqualTo(1);
        assertRefused(
                TradeRule.AMENDMENT_ALREADY_OPEN,
                () -> amendments.propose(
                        market.grower, contract.id(), contract.hash(), market.terms(3), "a store less"));
        TermsHash hash =
                contracts.versions(market.grower, contract.id()).getLast().hash();
        assertRefused(
                TradeRule.AMENDMENT_OWN, () -> amendments.agree(market.buyer, contract.id(), amendment.number(), hash));
        assertRefused(
                TradeRule.CONTRACT_TERMS_CHANGED,
                () -> amendments.agree(market.grower, contract.id(), amendment.number(), contract.hash()));
        Contract amended = amendments.agree(market.grower, contract.id(), amendment.number(), hash);
        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.balance().contracted()).isEqualTo(Mass.tonnes(5));
        assertThat(amended.signatures()).extracting(Signature::side).containsExactly(Side.BUYER, Side.SELLER);
        assertThat(events.ofType(ContractAmended.class)
                        .matching(event -> event.contract().equals(contract.id())))
                .hasSize(1);
        assertRefused(
                TradeRule.AMENDMENT_NOT_OPEN,
                () -> amendments.agree(market.grower, contract.id(), amendment.number(), hash));
    }

    @Test
    void refusedAndWithdrawnAmendmentsLeaveTheContractAsItIs() {
        Contract contract = inForce();
        amendments.propose(market.buyer, contract.id(), contract.hash(), market.terms(5), "more");
        assertRefused(TradeRule.AMENDMENT_OWN, () -> amendments.refuse(market.buyer, contract.id(), 1, "no"));
        amendments.refuse(market.grower, contract.id(), 1, "the field is small");
        amendments.propose(market.grower, contract.id(), contract.hash(), market.terms(3), "less");
        amendments.withdraw(market.grower, contract.id(), 2);
        assertThat(contracts.get(market.buyer, contract.id()).terms()).isEqualTo(contract.terms());
        assertThat(amendments.of(market.buyer, contract.id()))
                .extracting(Amendment::outcome)
                .containsExactly(Amendment.Outcome.WITHDRAWN, Amendment.Outcome.REFUSED);
    }

    @Test
    void anAmendmentCannotUndoWhatWasCalledOff() {
        Contract contract = inForce();
        callOffs.call(market.buyer, contract.id(), List.of(calling(3_500)));
        amendments.propose(market.buyer, contract.id(), contract.hash(), market.terms(3), "less");
        TermsHash hash =
                contracts.versions(market.grower, contract.id()).getLast().hash();
        assertRefused(
                TradeRule.AMENDMENT_BELOW_CALLED_OFF, () -> amendments.agree(market.grower, contract.id(), 1, hash));
        assertThat(amendments.of(market.grower, contract.id()).getFirst().outcome())
                .as("what was refused left nothing behind")
                .isEqualTo(Amendment.Outcome.OPEN);
    }

    @Test
    void ofTwoCallsForTheLastKilogramOneIsRefused() throws Exception {
        Contract contract = inForce();
        callOffs.call(market.buyer, contract.id(), List.of(calling(4_199)));
        List<Object> outcomes = atOnce(List.of(
                () -> callOffs.call(market.buyer, contract.id(), List.of(calling(1))),
                () -> callOffs.call(market.buyer, contract.id(), List.of(calling(1)))));
        assertThat(outcomes)
                .filteredOn(outcome ->
                        outcome instanceof RuleBroken broken && broken.rule() == TradeRule.CALL_OFF_EXCEEDS_REMAINING)
                .hasSize(1);
        assertThat(balance(contract).calledOff()).isEqualTo(Mass.kilograms(4_200));
    }

    @Test
    void bothSidesMaySignAtOnceAndItIsInForceOnce(AssertablePublishedEvents events) throws Exception {
        for (int round = 0; round < 5; round++) {
            Contract contract = proposed();
            List<Object> outcomes = atOnce(List.of(
                    () -> signatures.sign(market.grower, contract.id(), contract.hash()),
                    () -> signatures.sign(market.buyer, contract.id(), contract.hash())));
            assertThat(outcomes).hasOnlyElementsOfType(Signature.class);
            assertThat(contracts.get(market.buyer, contract.id()).stage()).isEqualTo(ContractStage.SIGNED);
        }
    }

    @Test
    void signingAndRewritingAtOnceNeverBindsAnybodyToUnseenTerms() throws Exception {
        for (int round = 0; round < 5; round++) {
            Contract contract = proposed();
            signatures.sign(market.grower, contract.id(), contract.hash());
            List<Object> outcomes = atOnce(List.of(
                    () -> signatures.sign(market.buyer, contract.id(), contract.hash()),
                    () -> contracts.rewrite(market.grower, contract.id(), contract.hash(), market.terms(3))));
            assertThat(outcomes.stream().filter(RuleBroken.class::isInstance)).hasSize(1);
            Contract after = contracts.get(market.buyer, contract.id());
            assertThat(after.signatures())
                    .allSatisfy(signature -> assertThat(signature.terms()).isEqualTo(after.hash()));
            assertThat(after.stage() == ContractStage.SIGNED).isEqualTo(after.version() == 1);
        }
    }

    private static List<Object> atOnce(List<Callable<?>> attempts) throws Exception {
        var start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> attempt : attempts)
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return attempt.call();
                    } catch (RuntimeException refused) {
                        return refused;
                    }
                }));
            start.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> one : running) outcomes.add(one.get());
            return outcomes;
        }
    }

    @Test
    void acceptedRowsOfAPlanBecomeOneContractForEachDealAndOnlyOnce() {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 3));
        PlanId plan = PlanId.next();
        String offer = "lot:" + ContractId.next();
        List<PlannedSale> part = List.of(
                market.sale(offer, 2_500, demand, 0, 0, 400),
                market.sale(offer, 2_500, demand, 0, 0, 100),
                market.sale(offer, 2_500, demand, 1, 1, 1_000));
        List<ContractId> made = contracts.draftFrom(market.planner, Acceptance.usual(plan, part, PriceBasis.FARM_GATE));
        assertThat(made).hasSize(1);
        Contract contract = contracts.get(market.buyer, made.getFirst());
        assertThat(contract.terms().lines())
                .extracting(ContractLine::mass)
                .containsExactly(Mass.kilograms(500), Mass.kilograms(1_000));
        assertThat(contracts.committed(List.of(offer))).isEqualTo(Market.kilograms(offer, 1_500));
        assertThat(contracts.draftFrom(market.planner, Acceptance.usual(plan, part, PriceBasis.FARM_GATE)))
                .isEqualTo(made);
        List<PlannedSale> more = new ArrayList<>(part);
        more.add(market.sale(offer, 2_500, demand, 2, 2, 1_000));
        assertThat(contracts.draftFrom(market.planner, Acceptance.usual(plan, more, PriceBasis.FARM_GATE)))
                .hasSize(2)
                .containsAll(made);
        assertThat(demands.stillWanted(market.buyer, demand.id()))
                .containsExactly(new ShipTo(market.stores.getFirst(), Mass.kilograms(500)));
        assertThat(demands.get(market.buyer, demand.id()).wanted()).isEqualTo(Mass.tonnes(3));
    }

    @Test
    void theSameGoodsAreNeverPromisedTwiceAndComeBackWhenADealFails() {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 3));
        String offer = "forecast:" + ContractId.next();
        ContractId first = accept(offer, demand, 0, 800).getFirst();
        assertRefused(TradeRule.CONTRACT_OFFER_COMMITTED, () -> accept(offer, demand, 1, 201));
        assertThat(contracts.committed(List.of(offer))).isEqualTo(Market.kilograms(offer, 800));
        contracts.cancel(market.grower, first, "hail");
        assertThat(contracts.committed(List.of(offer))).isEmpty();
        assertThat(demands.stillWanted(market.buyer, demand.id())).hasSize(3);
        accept(offer, demand, 1, 1_000);
    }

    @Test
    void noMoreIsContractedThanADemandWants() {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 1));
        accept("lot:" + ContractId.next(), demand, 0, 600);
        assertRefused(TradeRule.CONTRACT_DEMAND_COMMITTED, () -> accept("lot:" + ContractId.next(), demand, 0, 401));
        assertRefused(
                TradeRule.DEMAND_ALREADY_COMMITTED,
                () -> demands.change(
                        market.buyer,
                        demand.reaching(List.of(new ShipTo(market.stores.getFirst(), Mass.kilograms(599))))));
    }

    private List<ContractId> accept(String offer, Demand demand, int store, long kilograms) {
        return contracts.draftFrom(
                market.planner,
                Acceptance.usual(
                        PlanId.next(),
                        List.of(market.sale(offer, 1_000, demand, store, 0, kilograms)),
                        PriceBasis.DELIVERED));
    }

    @Test
    void ofTwoPlansForTheSameGoodsOneIsRefused() throws Exception {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 2));
        String offer = "lot:" + ContractId.next();
        List<Object> outcomes =
                atOnce(List.of(() -> accept(offer, demand, 0, 700), () -> accept(offer, demand, 1, 700)));
        assertThat(outcomes.stream().filter(RuleBroken.class::isInstance)).hasSize(1);
        assertThat(contracts.committed(List.of(offer))).isEqualTo(Market.kilograms(offer, 700));
    }

    @Test
    void aProposalNobodyAnswersLapsesAndFreesItsGoods() {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 1));
        String offer = "lot:" + ContractId.next();
        ContractId id = accept(offer, demand, 0, 500).getFirst();
        assertThat(contracts.lapse()).isZero();
        jdbc.sql("update trade.contract set lapses_on = '2026-01-01' where id = :id")
                .param("id", id.value())
                .update();
        assertThat(contracts.lapse()).isEqualTo(1);
        assertThat(contracts.get(market.buyer, id).stage()).isEqualTo(ContractStage.LAPSED);
        assertThat(contracts.committed(List.of(offer))).isEmpty();
        assertThat(contracts.lapse()).isZero();
    }

    @Test
    void closingComesAfterTheWindowAndKnowsWhetherEnoughWasCalledOff() {
        Contract contract = inForce();
        assertRefused(TradeRule.CONTRACT_WINDOW_NOT_OVER, () -> contracts.close(market.buyer, contract.id(), "done"));
    }

    @Test
    void theAveragePriceOfAPlansRowsIsWorthTheSame() {
        Demand demand = demands.post(market.buyer, market.demand(1_000, 2));
        PlannedSale cheap = market.sale("lot:" + ContractId.next(), 1_000, demand, 0, 0, 100);
        PlannedSale dear = new PlannedSale(
                "lot:" + ContractId.next(),
                Mass.tonnes(1),
                cheap.seller(),
                cheap.origin(),
                cheap.buyer(),
                cheap.product(),
                2,
                demand.id(),
                market.stores.get(1),
                cheap.week(),
                Mass.kilograms(300),
                Price.parseYuanPerKilogram("3.20"));
        ContractId id = contracts
                .draftFrom(market.planner, Acceptance.usual(PlanId.next(), List.of(cheap, dear), PriceBasis.DELIVERED))
                .getFirst();
        assertThat(contracts.get(market.buyer, id).terms().price())
                .isEqualTo(new PriceRule.Fixed(Price.parseYuanPerKilogram("3.00")));
    }
}
