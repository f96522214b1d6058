package org.farmgate.ledger.web;

import java.time.LocalDate;
import org.farmgate.platform.Fields;

/// Some days, both ends included, as addresses name them.
public record Days(LocalDate from, LocalDate to) {
    /// From `from` and `to`; this month so far where they are missing. A day that does not exist is an input
    /// error.
    static Days read(Fields query, LocalDate today) {
        LocalDate to = query.isEmpty("to") ? today : query.date("to");
        LocalDate from = query.isEmpty("from") ? today.withDayOfMonth(1) : query.date("from");
        query.check();
        return new Days(from, to);
    }

    public String query() {
        return "from=" + from + "&to=" + to;
    }
}
