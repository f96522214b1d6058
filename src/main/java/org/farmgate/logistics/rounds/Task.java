package org.farmgate.logistics.rounds;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.measure.Mass;
import org.farmgate.platform.Id;

/// One thing that is brought to a stop, or fetched there.
///
/// @param of which consignment, parcel or container
/// @param code what stands on it: what a driver scans
/// @param litres 0 where nobody knows
public record Task(
        TaskId id,
        Kind kind,
        Thing thing,
        UUID of,
        String code,
        Mass mass,
        int litres,
        boolean cold,
        int packages,
        State state,
        Optional<Instant> loadedAt,
        Optional<Instant> endedAt) {
    public static final int LONGEST_CODE = 60;

    /// Names a task.
    public record TaskId(UUID value) implements Id {
        public static TaskId next() {
            return new TaskId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// Which way it goes.
    public enum Kind {
        DELIVER,
        COLLECT
    }

    /// What sort of thing it is.
    public enum Thing {
        CONSIGNMENT,
        PARCEL,
        CONTAINER
    }

    /// What became of it.
    public enum State {
        PENDING,
        DONE,
        FAILED,
        /// Taken off the round before anything happened.
        DROPPED
    }

    public boolean isOpen() {
        return state == State.PENDING;
    }
}
