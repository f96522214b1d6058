package org.farmgate.measure;

import java.util.List;

/// A value that cannot be: a negative mass, money beyond what a `long` holds, a week 54. The reason is a stable
/// code; the arguments are for the sentence that a person reads.
public class MeasureBroken extends RuntimeException {
    /// Why a value was refused. The names are part of the public API: problems carry them as their code.
    public enum Reason {
        /// Masses, areas and counts are never below zero.
        NEGATIVE,
        /// Beyond the greatest value that the platform keeps; almost always a wrong unit.
        TOO_LARGE,
        /// Not a number in the form people write one: digits, one decimal point, groups of three.
        NOT_A_NUMBER,
        /// More decimals than the unit has: half a gram, a tenth of a fen.
        TOO_FINE,
        /// A unit that the platform does not know.
        UNKNOWN_UNIT,
        /// No such ISO week in that year.
        NO_SUCH_WEEK,
        /// The end lies before the beginning.
        ENDS_BEFORE_START
    }

    private final transient Reason reason;
    private final transient List<Object> arguments;

    public MeasureBroken(Reason reason, Object... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
