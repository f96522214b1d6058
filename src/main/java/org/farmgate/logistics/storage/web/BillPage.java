package org.farmgate.logistics.storage.web;

import org.farmgate.logistics.storage.StorageBill;
import org.farmgate.measure.Money;

/// One week's storage, lot by lot.
public record BillPage(StorageBill bill, Book book) {
    public static Money perTonne(StorageBill.Line line) {
        return new Money(line.perTonneWeek().fenPerTonne());
    }
}
