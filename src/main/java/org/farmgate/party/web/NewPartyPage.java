package org.farmgate.party.web;

import java.util.List;
import java.util.Map;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.web.FormErrors;

/// @param kinds that the asker may register, the usual one first
/// @param regions id to name, in order
public record NewPartyPage(List<PartyKind> kinds, Map<String, String> regions, FormErrors form) {}
