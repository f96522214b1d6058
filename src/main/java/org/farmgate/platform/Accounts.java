package org.farmgate.platform;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The sign-ins of this installation. Passwords are known to nobody: only their Argon2id hashes are kept.
@Service
@Transactional
public class Accounts {
    public static final int LEAST_PASSWORD_LENGTH = 10;
    private static final int GREATEST_PASSWORD_LENGTH = 200;
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{1,59}");
    /// The ones of ten characters and more from public lists of the most used; shorter ones are refused anyway.
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "password123",
            "password1234",
            "qwertyuiop",
            "1q2w3e4r5t",
            "1111111111",
            "0000000000",
            "a123456789",
            "123456789a",
            "qq123456789",
            "woaini1314",
            "woaini520520",
            "iloveyou123");

    private final AccountStore store;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountStore store, Passwords passwords, Audit audit, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// Gives a person a sign-in; by whoever manages an organisation. Refuses by USERNAME_TAKEN, USERNAME_UNFIT,
    /// PASSWORD_TOO_SHORT, PASSWORD_TOO_COMMON.
    ///
    /// @param by who gives it; empty for the first administrator and the demo county
    public Account open(Optional<Actor> by, PartyId person, String username, String password) {
        by.ifPresent(
                actor -> actor.require(actor.may(Right.ADMINISTER) ? Right.ADMINISTER : Right.MANAGE_ORGANISATION));
        String name = normal(username);
        if (!USERNAME.matcher(name).matches()) throw new RuleBroken(AccountRule.USERNAME_UNFIT);
        requireFit(name, password);
        var account = new Account(AccountId.next(), person, name, clock.instant(), Optional.empty());
        if (!store.insert(account, passwords.hash(password))) throw new RuleBroken(AccountRule.USERNAME_TAKEN, name);
        audit.record(by, "account.opened", "account", account.id(), Map.of("username", name));
        return account;
    }

    /// The account of that name if the password is its own and it is not disabled. An unknown name takes as long
    /// as a known one, so that names cannot be found out by the clock. No transaction: hashing must not hold a
    /// connection.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Account> check(String username, String password) {
        Optional<AccountStore.Kept> kept = store.find(normal(username));
        String offered = password.length() > GREATEST_PASSWORD_LENGTH ? "" : password;
        boolean matches = passwords.matches(
                offered, kept.map(AccountStore.Kept::passwordHash).orElse(passwords.nobodys()));
        if (kept.isEmpty() || !matches || kept.get().account().disabled()) return Optional.empty();
        if (passwords.isOutdated(kept.get().passwordHash()))
            store.replaceHash(kept.get().account().id(), kept.get().passwordHash(), passwords.hash(offered));
        return Optional.of(kept.get().account());
    }

    /// Refuses by PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_COMMON.
    public void changePassword(Actor actor, String old, String fresh) {
        AccountStore.Kept kept = store.find(actor.account()).orElseThrow(() -> missing(actor.account()));
        if (!passwords.matches(old, kept.passwordHash())) throw new RuleBroken(AccountRule.PASSWORD_WRONG);
        requireFit(kept.account().username(), fresh);
        store.setPassword(actor.account(), passwords.hash(fresh), now());
        audit.record(actor, "account.password-changed", "account", actor.account(), Map.of());
    }

    /// A new password by an administrator, for someone who forgot theirs.
    public void resetPassword(Actor actor, AccountId id, String fresh) {
        actor.require(Right.ADMINISTER);
        Account account = get(id);
        requireFit(account.username(), fresh);
        store.setPassword(id, passwords.hash(fresh), now());
        store.endSessions(id);
        audit.record(actor, "account.password-reset", "account", id, Map.of("username", account.username()));
    }

    /// Takes effect at once, also for browsers that are signed in. Refuses by OWN_ACCOUNT.
    public void disable(Actor actor, AccountId id) {
        actor.require(Right.ADMINISTER);
        if (actor.account().equals(id)) throw new RuleBroken(AccountRule.OWN_ACCOUNT);
        Account account = get(id);
        store.setDisabled(id, Optional.of(now()));
        store.endSessions(id);
        audit.record(actor, "account.disabled", "account", id, Map.of("username", account.username()));
    }

    public void enable(Actor actor, AccountId id) {
        actor.require(Right.ADMINISTER);
        Account account = get(id);
        store.setDisabled(id, Optional.empty());
        audit.record(actor, "account.enabled", "account", id, Map.of("username", account.username()));
    }

    /// Closes many without anybody's asking, and ends their sessions; or opens them again. The demo county's,
    /// which must not be reached from other machines.
    public void setOpen(Collection<AccountId> ids, boolean open) {
        for (AccountId id : ids) {
            store.setDisabled(id, open ? Optional.empty() : Optional.of(now()));
            if (!open) store.endSessions(id);
        }
        if (!ids.isEmpty())
            audit.record(
                    Optional.empty(),
                    open ? "account.enabled" : "account.disabled",
                    "account",
                    ids.iterator().next(),
                    Map.of("count", String.valueOf(ids.size())));
    }

    /// Ends every account of a person who is forgotten, and the names they signed in with.
    public void closeFor(PartyId person) {
        for (Account account : store.of(person)) {
            store.setDisabled(account.id(), Optional.of(now()));
            store.rename(account.id(), "erased-" + account.id());
            store.endSessions(account.id());
        }
    }

    @Transactional(readOnly = true)
    public Account get(AccountId id) {
        return store.find(id).map(AccountStore.Kept::account).orElseThrow(() -> missing(id));
    }

    @Transactional(readOnly = true)
    public List<Account> of(PartyId person) {
        return store.of(person);
    }

    @Transactional(readOnly = true)
    public Slice<Account> search(Actor actor, Paging paging) {
        actor.require(Right.ADMINISTER);
        return store.search(paging);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /// User names are compared without regard to case and to the ways Unicode writes one letter.
    static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static void requireFit(String username, String password) {
        if (password.codePointCount(0, password.length()) < LEAST_PASSWORD_LENGTH)
            throw new RuleBroken(AccountRule.PASSWORD_TOO_SHORT, LEAST_PASSWORD_LENGTH);
        if (password.length() > GREATEST_PASSWORD_LENGTH)
            throw new InputBroken("password", "too-long", GREATEST_PASSWORD_LENGTH);
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower)
                || lower.equals(username)
                || lower.chars().distinct().count() < 3) throw new RuleBroken(AccountRule.PASSWORD_TOO_COMMON);
    }

    private Instant now() {
        return clock.instant();
    }

    private static NotFound missing(AccountId id) {
        return new NotFound("account", id);
    }
}
