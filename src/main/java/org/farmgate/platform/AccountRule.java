package org.farmgate.platform;

/// What accounts, sessions, tokens and the set-up link refuse.
public enum AccountRule implements Rule {
    /// Two people cannot share a name to sign in with. Argument: the name.
    USERNAME_TAKEN(409),
    /// Letters and digits of any script, with `.`, `_`, `-`, `@` between them, so that it can be typed and told
    /// apart.
    USERNAME_UNFIT(422),
    /// Length is what makes guessing costly. Argument: the least number of characters.
    PASSWORD_TOO_SHORT(422),
    /// One of the passwords that everybody tries first, or the user name itself.
    PASSWORD_TOO_COMMON(422),
    /// Whoever changes a password shows that they know the old one: a phone left lying about is not enough.
    PASSWORD_WRONG(422),
    /// User name and password do not belong together. Which of the two is wrong is not told.
    SIGN_IN_REFUSED(422),
    /// Too many failed attempts. Argument: seconds to wait.
    TOO_MANY_ATTEMPTS(429),
    /// The set-up link was used, has run out, or was never ours.
    SET_UP_LINK_INVALID(410),
    /// One cannot act for an organisation that one does not belong to.
    NOT_ACTING_FOR(403),
    /// A token can do no more than whoever makes it. Argument: the right.
    RIGHT_NOT_YOURS(422),
    /// Tokens run out: a forgotten one must not stay a door for good. Argument: the most days.
    TOKEN_LASTS_TOO_LONG(422),
    /// Nobody locks themselves out.
    OWN_ACCOUNT(409);

    private final int status;

    AccountRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
