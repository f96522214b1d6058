package org.farmgate.logistics;

import java.util.Set;
import org.farmgate.platform.Paging;

/// Which consignments a list shows. The search text is looked for in the number and the carrier's name.
///
/// @param stages empty for all
public record ConsignmentQuery(Paging paging, Set<ConsignmentStage> stages) {
    public ConsignmentQuery {
        stages = Set.copyOf(stages);
    }
}
