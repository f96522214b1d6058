package org.farmgate.trade;

import java.util.Optional;
import java.util.Set;
import org.farmgate.platform.Paging;

/// Which contracts a list shows. No stages named: all.
public record ContractQuery(Paging paging, Set<ContractStage> stages, Optional<PlanId> plan) {
    public ContractQuery {
        stages = Set.copyOf(stages);
    }

    public static ContractQuery all(Paging paging) {
        return new ContractQuery(paging, Set.of(), Optional.empty());
    }
}
