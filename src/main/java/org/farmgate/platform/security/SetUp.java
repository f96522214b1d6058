package org.farmgate.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.Account;
import org.farmgate.platform.AccountRule;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.Founding;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The first administrator of an empty installation comes by a link that only whoever started it has seen. It works
/// once, for a day; each start of a still empty installation makes a new one and ends the old.
@Service
@Transactional
public class SetUp {
    static final Duration LASTS = Duration.ofDays(1);

    private final SetUpStore store;
    private final Accounts accounts;
    private final ObjectProvider<Founding> founding;
    private final Sessions sessions;
    private final Clock clock;

    SetUp(SetUpStore store, Accounts accounts, ObjectProvider<Founding> founding, Sessions sessions, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.founding = founding;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// A fresh link's secret, where there is nobody yet who could sign in.
    public Optional<Secret> offer() {
        if (!accounts.isEmpty()) return Optional.empty();
        Secret secret = Secret.fresh("");
        Instant now = clock.instant();
        store.replace(secret.hash(), now, now.plus(LASTS));
        return Optional.of(secret);
    }

    /// Refuses by SET_UP_LINK_INVALID.
    @Transactional(readOnly = true)
    public void require(Secret secret) {
        if (!store.isOpen(secret.hash(), clock.instant())) throw new RuleBroken(AccountRule.SET_UP_LINK_INVALID);
    }

    /// Makes the organisation that runs this installation and its administrator, and signs them in. Of two who
    /// use the link at once, one succeeds. Refuses by SET_UP_LINK_INVALID and as [Accounts#open].
    public Secret use(Secret secret, String organisationName, String personName, String username, String password) {
        if (!store.use(secret.hash(), clock.instant()) || !accounts.isEmpty())
            throw new RuleBroken(AccountRule.SET_UP_LINK_INVALID);
        PartyId person = founding.getObject().found(organisationName, personName);
        Account account = accounts.open(Optional.empty(), person, username, password);
        return sessions.open(account.id());
    }
}
