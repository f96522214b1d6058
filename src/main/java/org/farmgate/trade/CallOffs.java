package org.farmgate.trade;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.logistics.Consignments;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What buyers call off under contracts in force: never more than what remains with the tolerance, and in
/// time for the seller to act.
@Service
@Transactional
public class CallOffs {
    private final ContractAccess access;
    private final ContractStore contracts;
    private final CallOffStore store;
    private final StepStore steps;
    private final Consignments consignments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallOffs(
            ContractAccess access,
            ContractStore contracts,
            CallOffStore store,
            StepStore steps,
            Consignments consignments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.contracts = contracts;
        this.store = store;
        this.steps = steps;
        this.consignments = consignments;
        this.events = events;
        this.clock = clock;
    }

    /// Calls masses off, all or none; the same ids twice are one call. Refuses by
    /// CALL_OFF_EXCEEDS_REMAINING, CALL_OFF_PLACE_UNKNOWN, CALL_OFF_OUTSIDE_WINDOW, CALL_OFF_TOO_LATE,
    /// CALL_OFF_ID_TAKEN, CONTRACT_NOT_IN_THAT_STATE, CONTRACT_NOT_A_PARTY.
    public List<CallOff> call(Actor actor, ContractId id, List<Calling> callings) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Contract contract = access.held(actor, id);
        requireBuyer(actor, contract);
        Instant at = clock.instant();
        List<CallOff> wanted = callings.stream()
                .distinct()
                .map(calling -> new CallOff(
                        calling.id(),
                        id,
                        calling.site(),
                        calling.week(),
                        calling.mass(),
                        actor.person(),
                        at,
                        Optional.empty()))
                .toList();
        Map<CallOffId, CallOff> there = known(contract, wanted);
        List<CallOff> fresh =
                wanted.stream().filter(one -> !there.containsKey(one.id())).toList();
        if (!fresh.isEmpty()) make(actor, contract, fresh, at);
        return wanted.stream().map(one -> there.getOrDefault(one.id(), one)).toList();
    }

    /// Calls off what the contract's lines plan for a week, at every place, less what is called off there
    /// already; the same again calls nothing more. A line of several weeks is spread over them evenly. Refuses
    /// as [#call] does, and by CALL_OFF_ZERO where nothing is left.
    public List<CallOff> callPlanned(Actor actor, ContractId id, IsoWeek week) {
        Contract contract = access.held(actor, id);
        Map<SiteId, List<CallOff>> there = store.of(contract.origin(), id).stream()
                .filter(one -> one.week().equals(week))
                .collect(Collectors.groupingBy(CallOff::site));
        Map<SiteId, Long> planned = new TreeMap<>(Comparator.comparing(SiteId::value));
        for (ContractLine line : contract.terms().lines())
            if (line.weeks().contains(week)) planned.merge(line.site(), inWeek(line, week), Long::sum);
        List<Calling> callings = new ArrayList<>();
        planned.forEach((site, grams) -> {
            List<CallOff> before = there.getOrDefault(site, List.of());
            long left = grams
                    - before.stream()
                            .filter(CallOff::isOpen)
                            .mapToLong(one -> one.mass().grams())
                            .sum();
            if (left > 0) callings.add(new Calling(planned(id, site, week, before.size()), site, week, new Mass(left)));
        });
        if (callings.isEmpty()) throw new RuleBroken(TradeRule.CALL_OFF_ZERO);
        return call(actor, id, callings);
    }

    /// Two who ask at once ask for the same.
    private static CallOffId planned(ContractId contract, SiteId site, IsoWeek week, int before) {
        String content = String.join("\n", contract.toString(), site.toString(), week.toString(), "" + before);
        return new CallOffId(UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static long inWeek(ContractLine line, IsoWeek week) {
        long weeks = line.weeks().weeks();
        long each = line.mass().grams() / weeks;
        boolean last = line.weeks().last().equals(week);
        return last ? line.mass().grams() - each * (weeks - 1) : each;
    }

    /// Those that were made before: asked again, they are answered as they stand.
    private Map<CallOffId, CallOff> known(Contract contract, List<CallOff> wanted) {
        Map<CallOffId, CallOff> there = new HashMap<>();
        store.byIds(contract.origin(), wanted.stream().map(CallOff::id).toList())
                .forEach(known -> there.put(known.id(), known));
        for (CallOff one : wanted) {
            CallOff known = there.get(one.id());
            if (known != null && !one.sameAs(known)) throw new RuleBroken(TradeRule.CALL_OFF_ID_TAKEN);
        }
        return there;
    }

    private void make(Actor actor, Contract contract, List<CallOff> fresh, Instant at) {
        if (contract.stage() != ContractStage.SIGNED) throw new RuleBroken(TradeRule.CONTRACT_NOT_IN_THAT_STATE);
        Mass sum = Mass.ZERO;
        for (CallOff one : fresh) {
            check(contract, one);
            sum = sum.plus(one.mass());
        }
        if (!contracts.callOff(contract.origin(), contract.id(), sum))
            throw new RuleBroken(
                    TradeRule.CALL_OFF_EXCEEDS_REMAINING,
                    sum,
                    contract.balance().callable());
        if (store.insert(contract.origin(), fresh) < fresh.size()) throw new RuleBroken(TradeRule.CALL_OFF_ID_TAKEN);
        steps.add(
                List.of(StepStore.Subject.of(contract)),
                ContractStep.Kind.CALLED_OFF,
                Optional.of(actor),
                at,
                sum.toString());
        for (CallOff one : fresh)
            events.publishEvent(new CallOffMade(
                    one.id(), contract.id(), contract.origin(), one.site(), one.week(), one.mass(), at));
    }

    private void check(Contract contract, CallOff one) {
        ContractTerms terms = contract.terms();
        if (terms.lines().stream().noneMatch(line -> line.site().equals(one.site())))
            throw new RuleBroken(TradeRule.CALL_OFF_PLACE_UNKNOWN);
        if (!terms.window().contains(one.week()))
            throw new RuleBroken(TradeRule.CALL_OFF_OUTSIDE_WINDOW, one.week(), terms.window());
        LocalDate latest = latestDay(terms, one.week());
        if (LocalDate.now(clock).isAfter(latest)) throw new RuleBroken(TradeRule.CALL_OFF_TOO_LATE, one.week(), latest);
    }

    /// The last day on which goods for that week may be called off or taken back.
    public static LocalDate latestDay(ContractTerms terms, IsoWeek week) {
        return week.monday().minusDays(terms.conditions().noticeDays());
    }

    /// Takes a call-off back while the agreed notice still runs; its mass remains again. Refuses by
    /// CALL_OFF_TOO_LATE, CALL_OFF_ALREADY_WITHDRAWN, CALL_OFF_ON_ITS_WAY.
    public void withdraw(Actor actor, ContractId id, CallOffId callOff) {
        actor.require(Right.NEGOTIATE_CONTRACT);
        Contract contract = access.held(actor, id);
        requireBuyer(actor, contract);
        CallOff made = store.byIds(contract.origin(), List.of(callOff)).stream()
                .filter(one -> one.contract().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("call-off", callOff));
        LocalDate latest = latestDay(contract.terms(), made.week());
        if (LocalDate.now(clock).isAfter(latest))
            throw new RuleBroken(TradeRule.CALL_OFF_TOO_LATE, made.week(), latest);
        Instant at = clock.instant();
        boolean sent =
                consignments
                        .byCauses(Invoices.CAUSE, List.of(callOff.value()))
                        .getOrDefault(callOff.value(), List.of())
                        .stream()
                        .anyMatch(one -> !consignments.withdraw(one.id(), "call-off withdrawn"));
        if (sent) throw new RuleBroken(TradeRule.CALL_OFF_ON_ITS_WAY);
        if (!store.withdraw(contract.origin(), callOff, at)) throw new RuleBroken(TradeRule.CALL_OFF_ALREADY_WITHDRAWN);
        contracts.giveBack(contract.origin(), id, made.mass());
        steps.add(
                List.of(StepStore.Subject.of(contract)),
                ContractStep.Kind.CALL_OFF_WITHDRAWN,
                Optional.of(actor),
                at,
                made.mass().toString());
        events.publishEvent(new CallOffWithdrawn(callOff, id, contract.origin(), at));
    }

    /// All of a contract, withdrawn ones too, by week.
    @Transactional(readOnly = true)
    public List<CallOff> of(Actor actor, ContractId id) {
        return store.of(access.seen(actor, id).origin(), id);
    }

    private void requireBuyer(Actor actor, Contract contract) {
        if (access.sideOf(actor, contract.terms()) != Side.BUYER) throw new RuleBroken(TradeRule.CONTRACT_NOT_A_PARTY);
    }
}
