package org.farmgate.trade;

import java.util.Optional;
import org.farmgate.platform.Paging;

/// Which invoices a list shows. The search text is looked for in the number.
///
/// @param onlyOpen those with something still to pay
public record InvoiceQuery(Paging paging, Optional<ContractId> contract, boolean onlyOpen) {}
