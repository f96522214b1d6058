package org.farmgate.trade;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The names behind ids, asked for set by set from those who keep them.
@Component
class TradeWords {
    Map<DemandId, String> searchOf(Collection<Demand> demands) {
        Map<DemandId, String> search = new HashMap<>();
        demands.forEach(demand -> search.put(demand.id(), demand.reference()));
        return search;
    }

    void checkPlaces(Collection<Demand> demands) {}

    Map<ContractTerms, Written> write(Map<ContractTerms, String> numbers) {
        Map<ContractTerms, Written> written = new HashMap<>();
        numbers.forEach((terms, number) -> written.put(terms, new Written(number + " " + terms, number)));
        return written;
    }

    record Written(String text, String search) {}
}
