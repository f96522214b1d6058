package org.farmgate.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.farmgate.platform.Right;
import org.farmgate.platform.security.ApiToken;

/// @param grantable rights that the asker can give
/// @param secret of the token just made, empty otherwise
public record TokensPage(List<ApiToken> tokens, Set<Right> grantable, String secret, FormErrors form, Instant now) {
    /// `works`, `revoked` or `ran-out`.
    public String state(ApiToken token) {
        if (token.revokedAt().isPresent()) return "revoked";
        return token.worksAt(now) ? "works" : "ran-out";
    }
}
