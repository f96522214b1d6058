package org.farmgate.ledger.slip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.BooksAccess;
import org.farmgate.ledger.BooksAccess.Sight;
import org.farmgate.measure.Money;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The pay slips. A grower sees their own, an organisation those of whom it owes, a county centre those of
/// its county; others' are [NotFound].
@Service
@Transactional(readOnly = true)
public class Slips {
    public static final int MOST_LINES = 5_000;

    private final SlipStore store;
    private final BooksAccess access;
    private final Parties parties;

    Slips(SlipStore store, BooksAccess access, Parties parties) {
        this.store = store;
        this.access = access;
        this.parties = parties;
    }

    /// From the first to the last day, both included. Whoever looks after a county sees what that county's
    /// books hold. Refuses by SLIP_ENDS_BEFORE_START and SLIP_TOO_LONG.
    public Slip get(Actor actor, PartyId holder, PartyId payee, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw new RuleBroken(SlipRule.SLIP_ENDS_BEFORE_START, from, to);
        Sight sight = access.of(actor);
        List<SlipStore.Account> accounts = store.accounts(holder, payee).stream()
                .filter(account -> sight.sees(AccountKey.payable(account.origin(), holder, payee)))
                .toList();
        if (accounts.isEmpty()) throw new NotFound("slip", payee);
        Money earlier = Money.ZERO;
        List<SlipLine> lines = new ArrayList<>();
        for (SlipStore.Account account : accounts) {
            earlier = earlier.plus(store.before(account, from));
            lines.addAll(store.lines(account, from, to, MOST_LINES + 1));
        }
        if (lines.size() > MOST_LINES) throw new RuleBroken(SlipRule.SLIP_TOO_LONG, MOST_LINES);
        // Each account's lines come in order; two origins are put into one.
        if (accounts.size() > 1) lines.sort(Comparator.comparing(SlipLine::on));
        return new Slip(holder, payee, from, to, earlier, lines);
    }

    /// Who is owed what; whoever is owed most first. Searches by the payee's or the payer's name.
    public Slice<SlipListing> search(Actor actor, Paging paging) {
        Optional<Collection<PartyId>> named = Optional.empty();
        if (!paging.search().isEmpty())
            named = Optional.of(
                    parties.search(actor, new Paging(0, 200, paging.search()), Optional.empty()).rows().stream()
                            .map(Party::id)
                            .toList());
        return store.search(access.of(actor), paging, named);
    }
}
