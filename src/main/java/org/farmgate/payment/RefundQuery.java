package org.farmgate.payment;

import java.util.Optional;
import org.farmgate.platform.Paging;

/// Which refunds a list shows. What is searched for is part of a reason, of a provider's word or of a payment's id.
public record RefundQuery(Paging paging, Optional<RefundState> state) {
    public static RefundQuery all(Paging paging) {
        return new RefundQuery(paging, Optional.empty());
    }
}
