package org.farmgate.supply;

import java.util.UUID;

/// The contract that a ticket delivers against, in the words of the module that keeps it: supply knows no
/// contracts.
public record ContractRef(UUID contract, String kind) {
    public ContractRef {
        if (!kind.matches("[a-z][a-z.-]{1,39}")) throw new IllegalArgumentException(kind);
    }
}
