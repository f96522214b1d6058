package org.farmgate.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.PartyId;
import org.farmgate.product.ProductId;

/// What one accepted delivery under a contract costs, and how that was found.
///
/// @param number of the contract with a running number
/// @param deliveredAt when the buyer took it; the week it lies in decides the price
/// @param accepted what was taken
/// @param invoiced what of it the contract covers with its tolerance; nobody owes for more
/// @param quote the index quote that the price followed; empty for a fixed price, and where none counted
///     and the floor held
/// @param amount `invoiced` at `price`, rounded half up to the fen
/// @param paid entered as received so far; of a ticket nothing is entered here
/// @param voidedAt when the ticket behind it was cancelled
public record Invoice(
        InvoiceId id,
        RegionId origin,
        String number,
        ContractId contract,
        PartyId seller,
        PartyId buyer,
        ProductId product,
        InvoiceSource source,
        Optional<CallOffId> callOff,
        Optional<SiteId> site,
        Instant deliveredAt,
        IsoWeek week,
        Mass accepted,
        Mass invoiced,
        Price price,
        Optional<IndexQuote> quote,
        Money amount,
        LocalDate dueOn,
        Money paid,
        Optional<Instant> voidedAt) {
    public Money open() {
        boolean nothing = voidedAt.isPresent() || source == InvoiceSource.TICKET;
        return nothing ? Money.ZERO : amount.minus(paid);
    }

    /// Taken beyond what the contract covers.
    public Mass beyond() {
        return accepted.minus(invoiced);
    }

    public InvoiceStage stage() {
        if (voidedAt.isPresent()) return InvoiceStage.VOID;
        if (source == InvoiceSource.TICKET) return InvoiceStage.BY_TICKET;
        if (open().fen() == 0) return InvoiceStage.PAID;
        return paid.fen() == 0 ? InvoiceStage.OPEN : InvoiceStage.PARTLY_PAID;
    }
}
