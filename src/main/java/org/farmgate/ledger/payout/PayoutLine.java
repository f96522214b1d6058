package org.farmgate.ledger.payout;

import java.time.LocalDate;
import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.PartyId;

/// One payment of a payout.
///
/// @param number from 1, in the order of the file
/// @param amount what the bank pays
/// @param setOff what was kept back against what the payee owes the payer
/// @param reason why it came back; empty unless it did
public record PayoutLine(
        int number,
        PartyId payee,
        Money amount,
        Money setOff,
        LineState state,
        Optional<LocalDate> endedOn,
        String reason) {}
