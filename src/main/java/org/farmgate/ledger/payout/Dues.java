package org.farmgate.ledger.payout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.ledger.AccountKind;
import org.farmgate.measure.Money;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// Reckons what could be paid out, and plans the payments.
@Component
class Dues {
    private final DueStore store;
    private final Parties parties;
    private final Numbers numbers;

    Dues(DueStore store, Parties parties, Numbers numbers) {
        this.store = store;
        this.parties = parties;
        this.numbers = numbers;
    }

    /// What is owed to one payee and the debts it is set off against, account by account.
    record Plan(Due due, List<DueStore.Row> debts) {}

    /// Those who are owed anything, in the order of their ids.
    List<Plan> of(RegionId origin, PartyId holder) {
        Map<PartyId, Long> payable = new java.util.LinkedHashMap<>();
        Map<PartyId, List<DueStore.Row>> debts = new HashMap<>();
        for (DueStore.Row row : store.of(origin, holder)) {
            if (row.kind() == AccountKind.PAYABLE) payable.put(row.counterparty(), row.fen());
            else
                debts.computeIfAbsent(row.counterparty(), _ -> new ArrayList<>())
                        .add(row);
        }
        Map<PartyId, Party> known = parties.byIds(payable.keySet());
        Set<PartyId> withNumber =
                numbers.kept(payable.keySet(), NumberKind.BANK).keySet();
        List<Plan> plans = new ArrayList<>();
        payable.forEach((payee, fen) -> {
            List<DueStore.Row> owed = debts.getOrDefault(payee, List.of());
            long owes = owed.stream().mapToLong(DueStore.Row::fen).sum();
            Optional<Due.Obstacle> obstacle = Optional.empty();
            if (owes >= fen) obstacle = Optional.of(Due.Obstacle.OWES_MORE);
            else if (!withNumber.contains(payee)) obstacle = Optional.of(Due.Obstacle.NO_BANK_NUMBER);
            Party party = known.get(payee);
            if (party != null && party.erased()) obstacle = Optional.of(Due.Obstacle.ERASED);
            plans.add(new Plan(new Due(payee, new Money(fen), new Money(owes), obstacle), owed));
        });
        return plans;
    }
}
