package org.farmgate.party;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Id;
import org.farmgate.platform.PartyId;

/// That a person allowed an organisation something, and how that is known.
///
/// @param recordedBy the person who recorded it
public record Consent(
        ConsentId id,
        PartyId person,
        PartyId givenTo,
        ConsentPurpose purpose,
        RecordedHow recordedHow,
        PartyId recordedBy,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {
    public record ConsentId(UUID value) implements Id {
        public static ConsentId next() {
            return new ConsentId(Id.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum RecordedHow {
        /// Signed on paper, which the organisation keeps.
        PAPER,
        /// Spoken, before a witness or on a recording.
        VOICE,
        /// By the person's own hand on a screen.
        ON_SCREEN
    }

    boolean sameAs(Consent other) {
        return person.equals(other.person)
                && givenTo.equals(other.givenTo)
                && purpose == other.purpose
                && recordedHow == other.recordedHow;
    }
}
