package org.farmgate.logistics.parcels;

/// What a scan says of a parcel or container.
public enum ScanKind {
    /// Taken in at the counter; written by [Parcels], never sent.
    TAKE_IN,
    /// Arrived at the site.
    IN,
    /// Left the site.
    OUT,
    /// Loaded onto a vehicle at the site: it leaves.
    LOAD,
    /// Unloaded from a vehicle at the site: it arrives.
    UNLOAD,
    /// Put into the container that the scan names.
    PACK,
    /// Taken out of its container.
    UNPACK,
    /// Seen there; nothing moves.
    SEEN,
    /// Brought to the receiver's door by a round from the site; the note is who took it.
    DELIVER,
    /// Answered by a wave with its chute; written by [Waves], never sent.
    SORT,
    /// Handed out by its code; written by [HandOuts], never sent.
    HAND_OUT,
    /// Sent back to its sender; written by [ParcelReturns], never sent.
    RETURN,
    /// Given to another carrier; written by [GivingOn], never sent.
    GIVE_ON,
    /// What another carrier told; written by [GivingOn], never sent.
    TOLD,
    /// Said to be lost; written by [ParcelIncidents], never sent.
    LOST,
    /// Said to be damaged; written by [ParcelIncidents], never sent.
    DAMAGED;

    /// Whether a client may send it.
    public boolean isSent() {
        return switch (this) {
            case IN, OUT, LOAD, UNLOAD, PACK, UNPACK, SEEN, DELIVER -> true;
            case TAKE_IN, SORT, HAND_OUT, RETURN, GIVE_ON, TOLD, LOST, DAMAGED -> false;
        };
    }

    boolean arrives() {
        return this == IN || this == UNLOAD;
    }

    boolean leaves() {
        return this == OUT || this == LOAD;
    }

    /// What a driver may do at sites that are not their organisation's.
    boolean isDriving() {
        return this == LOAD || this == UNLOAD || this == DELIVER;
    }
}
