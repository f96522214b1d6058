package org.farmgate.live.outside;

import java.time.LocalDate;
import org.farmgate.shop.Contact;

/// One row of a file: a line of an order.
record OutsideRow(
        String channel,
        String number,
        Contact contact,
        String regionCode,
        OutsideOrder.Line line,
        LocalDate orderedOn) {}
