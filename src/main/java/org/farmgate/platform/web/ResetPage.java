package org.farmgate.platform.web;

import org.farmgate.platform.Account;

/// @param done whether the password was just set
public record ResetPage(Account account, FormErrors form, boolean done) {}
