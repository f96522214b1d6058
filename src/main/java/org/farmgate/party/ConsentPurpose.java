package org.farmgate.party;

/// What a person allows an organisation.
public enum ConsentPurpose {
    /// To act for them: register plots, forecasts and harvests, negotiate and sign.
    REPRESENTATION,
    /// To keep their identity and bank numbers, so that they can be paid.
    KEEP_NUMBERS
}
