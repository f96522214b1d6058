package org.farmgate.logistics.rounds;

import org.farmgate.platform.Rule;

/// What rounds refuse.
public enum RoundRule implements Rule {
    /// The same id stands for something else.
    ROUND_ID_USED,
    /// An organisation has one vehicle of a plate. Argument: the plate.
    PLATE_TAKEN,
    /// A retired vehicle drives no new rounds. Argument: the plate.
    VEHICLE_RETIRED,
    /// A shift ends after it began, within the hours that one may work. Argument: the most hours.
    SHIFT_WRONG(422),
    /// Rounds start from warehouses, sorting centres, stations and packing houses that are open. Argument: the site.
    NO_DEPOT(422),
    /// Whoever drives works for the organisation and may drive.
    NOT_A_DRIVER(422),
    /// Without a driver nobody can drive it. Argument: its number.
    ROUND_WITHOUT_DRIVER,
    /// Without stops there is nothing to drive. Argument: its number.
    ROUND_WITHOUT_STOPS,
    /// A vehicle or driver is in one place at a time. Argument: the other round's number.
    ROUNDS_OVERLAP,
    /// What is asked does not fit how far the round has come. Argument: its number.
    ROUND_NOT_IN_THAT_STATE,
    /// Somebody else changed it meanwhile: look again first. Argument: its number.
    ROUND_CHANGED_MEANWHILE,
    /// A locked round is left as it is. Argument: its number.
    ROUND_LOCKED,
    /// The driver has begun with that stop, or is past that place.
    STOP_BEGUN,
    /// Goods go out from the depot where they lie. Argument: the round's number.
    OTHER_DEPOT,
    /// A round has at most so many stops. Argument: how many.
    TOO_MANY_STOPS(422),
    /// Goods are on one round at a time. Argument: their code.
    ALREADY_ON_A_ROUND,
    /// The goods do not wait at that depot for that day. Argument: their code.
    GOODS_NOT_THERE,
    /// That code is not on this round. Argument: the code.
    CODE_NOT_ON_ROUND,
    /// It counted before. Argument: the code.
    SCANNED_BEFORE,
    /// The round was over when this is said to have happened. Argument: its number.
    ROUND_OVER,
    /// The round was called off. Argument: its number.
    ROUND_CALLED_OFF,
    /// It was given to another driver before this was sent. Argument: its number.
    ROUND_GIVEN_TO_ANOTHER,
    /// The same id was sent before with other content.
    ROUND_SCAN_ID_USED,
    /// What happened happened before now, not months ago. Arguments: earliest, latest.
    ROUND_SCAN_TIME_OUT_OF_REACH(422),
    /// Whoever takes the goods says their name.
    PROOF_MISSING(422),
    /// The picture that a proof names has not come yet: it is sent first.
    PICTURE_NOT_THERE,
    /// Only pictures, JPEG, PNG or WebP, at most so many megabytes. Argument: the most.
    NOT_A_PICTURE(422),
    /// At most so many scans are sent at a time. Argument: how many.
    TOO_MANY_SCANS(422),
    /// What was scanned is gone, or no longer this organisation's. Argument: the code.
    THING_NOT_FOUND(404),
    /// There is nothing to plan with: goods, depots or vehicles are missing.
    NOTHING_TO_PLAN(422);

    private final int status;

    RoundRule() {
        this(409);
    }

    RoundRule(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
