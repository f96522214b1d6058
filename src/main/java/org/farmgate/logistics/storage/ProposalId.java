package org.farmgate.logistics.storage;

import java.util.UUID;
import org.farmgate.platform.Id;

/// What is proposed to be sent to stores.
public record ProposalId(UUID value) implements Id {
    public static ProposalId next() {
        return new ProposalId(Id.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
