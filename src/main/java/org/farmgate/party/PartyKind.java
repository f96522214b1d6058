package org.farmgate.party;

/// What a party is. The kind, with one's role in it, decides what one may do; see [RightsTable].
public enum PartyKind {
    /// Somebody who works for an organisation.
    PERSON("RY"),
    /// A farming household or a herder; the person who signs in is the household.
    GROWER("NH"),
    COOPERATIVE("HZ"),
    PROCESSOR("JG"),
    /// A company that trades, such as a county's brand company.
    COMPANY("QY"),
    BUYER("MJ"),
    /// Looks after a county: its region is that county, or a prefecture.
    COUNTY_CENTRE("XZ"),
    /// Looks after the helped region of a pairing.
    PAIRING_OFFICE("ZY"),
    CARRIER("CY"),
    /// Runs this installation.
    OPERATOR("YY");

    private final String codePrefix;

    PartyKind(String codePrefix) {
        this.codePrefix = codePrefix;
    }

    /// Of the codes that are made for it: the initials of its Chinese name.
    String codePrefix() {
        return codePrefix;
    }

    public boolean isOrganisation() {
        return this != PERSON && this != GROWER;
    }

    /// Whether it sees the rows of a region instead of its own alone.
    boolean looksAfterARegion() {
        return this == COUNTY_CENTRE || this == PAIRING_OFFICE;
    }
}
