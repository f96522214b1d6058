package org.farmgate.trade;

import java.util.UUID;
import org.farmgate.platform.Id;

/// A forward contract.
public record ContractId(UUID value) implements Id {
    public static ContractId next() {
        return new ContractId(Id.next());
    }

    public static ContractId of(String text) {
        return new ContractId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
