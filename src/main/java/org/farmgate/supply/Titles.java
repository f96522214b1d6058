package org.farmgate.supply;

import java.util.Collection;
import java.util.Map;
import org.farmgate.stock.LotId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whose a lot is. Settlement asks here, so that a grower who was paid by the ticket is not paid again, and
/// one who was not is.
@Service
@Transactional(readOnly = true)
public class Titles {
    private final TicketReadStore store;

    Titles(TicketReadStore store) {
        this.store = store;
    }

    /// Of lots from tickets and of harvests that no ticket took over. A lot that supply does not know, or
    /// whose ticket or harvest was taken back, is not in the answer.
    public Map<LotId, LotTitle> of(Collection<LotId> lots) {
        return lots.isEmpty() ? Map.of() : store.titles(lots);
    }
}
