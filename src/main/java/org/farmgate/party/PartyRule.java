package org.farmgate.party;

import org.farmgate.platform.Rule;

/// What people and organisations refuse.
public enum PartyRule implements Rule {
    /// That id names another party already.
    PARTY_ID_ALREADY_USED(409),
    /// Codes are how files name a party: two with one would be taken for each other. Argument: the code.
    PARTY_CODE_TAKEN(409),
    /// Cooperatives and centres register growers and their own people; all other organisations come by the
    /// operator.
    KIND_NOT_YOURS(403),
    /// A county centre looks after its own region.
    OUTSIDE_YOUR_REGION(422),
    /// Only people and growers can belong to an organisation.
    NOT_A_PERSON(422),
    /// One can only belong to an organisation.
    NOT_AN_ORGANISATION(422),
    /// Growers are the members of cooperatives; nobody else is.
    MEMBER_IS_FOR_GROWERS(422),
    ALREADY_A_MEMBER(409),
    /// Somebody must be left who can let others in.
    LAST_MANAGER(409),
    /// To act for a grower their recorded consent is needed. Argument: the grower's name.
    NO_CONSENT(403),
    /// A consent of that kind is in force already.
    CONSENT_ALREADY_GIVEN(409),
    /// That id was used for another consent.
    CONSENT_ID_ALREADY_USED(409),
    /// A number is unmasked for a reason, which the audit trail keeps.
    REASON_MISSING(422),
    /// An anonymised party is past: nothing new is said of it.
    PARTY_ERASED(409),
    /// The organisation that runs this installation cannot be anonymised.
    OPERATOR_STAYS(409);

    private final int status;

    PartyRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
