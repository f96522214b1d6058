package org.farmgate.platform.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.platform.Account;
import org.farmgate.platform.AccountRule;
import org.farmgate.platform.Accounts;
import org.farmgate.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Signing in. What is refused tells nobody whether the name or the password was wrong.
@Service
public class SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final AttemptLimits limits;

    SignIns(Accounts accounts, Sessions sessions, AttemptLimits limits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    /// Opens a session. Refuses by SIGN_IN_REFUSED and TOO_MANY_ATTEMPTS.
    ///
    /// @param address where the request comes from
    public Secret signIn(String username, String password, String address) {
        String name =
                Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        limits.begin(name, address);
        Optional<Account> account = accounts.check(name, password);
        if (account.isEmpty()) {
            LOG.info("A sign-in from {} was refused", address);
            throw new RuleBroken(AccountRule.SIGN_IN_REFUSED);
        }
        limits.succeeded(name, address);
        return sessions.open(account.get().id());
    }
}
