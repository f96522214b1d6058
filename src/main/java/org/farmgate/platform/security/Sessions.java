package org.farmgate.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.farmgate.platform.AccountId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Browsers that are signed in. A session ends twelve hours after it was last used, a fortnight after its
/// beginning in any case, and at once by signing out or when the account is disabled.
@Service
@Transactional
public class Sessions {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(14);
    /// `seen_at` is no finer than this, so a busy user costs one write a minute.
    static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Actors actors;
    private final Clock clock;

    Sessions(SessionStore store, Actors actors, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.clock = clock;
    }

    /// A new one, whose secret goes into the cookie. Those that have run out are swept away on the occasion.
    public Secret open(AccountId account) {
        Instant now = clock.instant();
        store.sweep(now, now.minus(IDLE));
        Secret secret = Secret.fresh("");
        store.insert(secret.hash(), account, now, now.plus(LONGEST));
        return secret;
    }

    /// Who is behind that secret now, with the rights of this moment; empty when the session has ended.
    public Optional<Actor> actor(Secret secret) {
        Instant now = clock.instant();
        return store.find(secret.hash(), now, now.minus(IDLE)).map(found -> {
            if (found.seenAt().isBefore(now.minus(SEEN_STEP))) store.touch(secret.hash(), now, now.minus(SEEN_STEP));
            return actors.of(found.account(), found.person(), found.organisation());
        });
    }

    /// From now on that browser acts for that organisation. Refuses by NOT_ACTING_FOR.
    public void actFor(Secret secret, Actor actor, PartyId organisation) {
        actors.requireChoice(actor, organisation);
        store.setOrganisation(secret.hash(), organisation);
    }

    public void end(Secret secret) {
        store.end(secret.hash());
    }

    /// Signs that account out everywhere but here. Answers how many browsers that were.
    public int endOthers(AccountId account, Secret here) {
        return store.endOthers(account, here.hash());
    }

    @Transactional(readOnly = true)
    public int count(AccountId account) {
        Instant now = clock.instant();
        return store.count(account, now, now.minus(IDLE));
    }
}
