package org.farmgate.party.web;

import java.util.List;
import org.farmgate.party.Party;
import org.farmgate.platform.Account;
import org.farmgate.platform.web.FormErrors;

/// @param accounts the sign-ins that the person has already
public record SignInGivingPage(Party party, List<Account> accounts, FormErrors form) {}
