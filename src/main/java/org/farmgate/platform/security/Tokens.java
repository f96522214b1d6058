package org.farmgate.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.AccountRule;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Actors;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.security.ApiToken.TokenId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The keys of programs. A key belongs to an organisation and can do no more than its maker could, nor more than the
/// organisation may at the time it is used.
@Service
@Transactional
public class Tokens {
    public static final int MOST_DAYS = 366;
    static final String PREFIX = "fg_";
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Actors actors;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenStore store, Actors actors, Audit audit, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// The secret is in the answer and nowhere else, ever. Refuses by RIGHT_NOT_YOURS, TOKEN_LASTS_TOO_LONG.
    public Secret make(Actor actor, TokenId id, String name, Set<Right> rights, int days) {
        actor.require(Right.MANAGE_ORGANISATION);
        for (Right right : rights) if (!actor.may(right)) throw new RuleBroken(AccountRule.RIGHT_NOT_YOURS, right);
        if (days < 1 || days > MOST_DAYS) throw new RuleBroken(AccountRule.TOKEN_LASTS_TOO_LONG, MOST_DAYS);
        Instant now = clock.instant();
        var token = new ApiToken(
                id,
                actor.organisation(),
                name,
                rights,
                actor.account(),
                now,
                now.plus(Duration.ofDays(days)),
                Optional.empty(),
                Optional.empty());
        Secret secret = Secret.fresh(PREFIX);
        store.insert(token, secret.hash());
        audit.record(actor, "token.made", "token", id, Map.of("name", name, "rights", rights.toString()));
        return secret;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list(Actor actor) {
        actor.require(Right.MANAGE_ORGANISATION);
        return store.of(actor.organisation());
    }

    /// Ends it at once. A token revoked before stays so, without complaint.
    public void revoke(Actor actor, TokenId id) {
        actor.require(Right.MANAGE_ORGANISATION);
        ApiToken token = store.of(actor.organisation()).stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("token", id));
        if (store.revoke(id, clock.instant()))
            audit.record(actor, "token.revoked", "token", id, Map.of("name", token.name()));
    }

    Optional<Actor> actor(Secret secret) {
        if (!secret.text().startsWith(PREFIX) || secret.text().length() > 100) return Optional.empty();
        Instant now = clock.instant();
        return store.find(secret.hash())
                .filter(found -> found.token().worksAt(now))
                .flatMap(found -> {
                    ApiToken token = found.token();
                    if (token.lastUsedAt()
                            .filter(now.minus(USED_STEP)::isBefore)
                            .isEmpty()) store.used(token.id(), now, now.minus(USED_STEP));
                    return actors.ofToken(
                            token.createdBy(), found.maker(), token.organisation(), token.name(), token.rights());
                });
    }
}
