package org.farmgate.party.web;

import java.util.Map;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Party;
import org.farmgate.platform.web.FormErrors;

/// @param revealed the number just unmasked, empty otherwise
public record NumbersPage(Party party, Map<NumberKind, String> masked, String revealed, FormErrors form) {}
