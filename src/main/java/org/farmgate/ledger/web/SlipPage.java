package org.farmgate.ledger.web;

import org.farmgate.ledger.slip.Slip;
import org.farmgate.ledger.slip.SlipLine;
import org.farmgate.ledger.slip.SlipListing;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Shell;

/// The pages of pay slips.
public final class SlipPage {
    private SlipPage() {}

    /// @param own whether the reader is the one who is paid, in every row
    public record Listing(Slice<SlipListing> slips, String search, boolean own, LedgerBook names) {}

    public record One(Slip slip, LedgerBook names) {
        public String address() {
            return "/slips/" + slip.holder() + "/" + slip.payee();
        }

        public Days days() {
            return new Days(slip.from(), slip.to());
        }
    }

    /// What was taken off the mass, in words; empty where nothing was.
    public static String deductions(Shell shell, SlipLine line) {
        StringBuilder words = new StringBuilder();
        for (var deduction : line.particulars().deductions()) {
            if (!words.isEmpty()) words.append(shell.t("ledger.slip.list"));
            words.append(shell.orElse("ledger.deduction." + deduction.word(), deduction.word()))
                    .append(' ')
                    .append(shell.mass(deduction.mass()));
        }
        return words.toString();
    }
}
