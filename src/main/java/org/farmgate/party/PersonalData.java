package org.farmgate.party;

import java.util.Map;
import org.farmgate.platform.PartyId;

/// What a module keeps about a person beyond their id: declare it as a bean, and it is part of their export and of
/// their erasure. The books stay: what law or contract needs keeps the party's id, which then names nobody.
public interface PersonalData {
    /// The part's name in the export, such as `plots`.
    String part();

    /// All of it, as plain maps, lists, texts and numbers for JSON.
    Map<String, Object> export(PartyId person);

    /// Makes it name nobody, within the transaction at hand.
    void erase(PartyId person);
}
