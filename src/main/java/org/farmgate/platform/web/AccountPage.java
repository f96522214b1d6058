package org.farmgate.platform.web;

import java.util.Set;

/// @param browsers how many are signed in to this account
/// @param done what was just done: `password`, `elsewhere`, or nothing
public record AccountPage(String username, int browsers, FormErrors form, String done) {
    public AccountPage {
        done = Set.of("password", "elsewhere").contains(done) ? done : "";
    }
}
