package org.farmgate.payment;

import java.util.Optional;
import org.farmgate.platform.Paging;

/// Which payments a list shows. What is searched for is part of a title, of a provider's word or of an id.
public record PaymentQuery(Paging paging, Optional<PaymentState> state) {
    public static PaymentQuery all(Paging paging) {
        return new PaymentQuery(paging, Optional.empty());
    }
}
