package org.farmgate.trade.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.Contract;
import org.farmgate.trade.DepositAccount;
import org.farmgate.trade.Fulfilment;
import org.farmgate.trade.GrowerPortion;
import org.farmgate.trade.Invoice;
import org.farmgate.trade.InvoicePayment;
import org.farmgate.trade.InvoiceStage;

/// What the pages of contract money show.
public final class MoneyPage {
    private MoneyPage() {}

    /// A call-off with what goes for it.
    public record Called(CallOff callOff, List<Consignment> consignments) {}

    /// A contract's deliveries, invoices and deposit.
    ///
    /// @param sites to send from
    /// @param goods that lie in stock and fit, by `<lot>@<site>`
    /// @param keeps whether the reader enters money
    /// @param sends whether the reader sends goods
    /// @param weighs whether the reader buys by the scale
    public record One(
            Contract contract,
            Fulfilment fulfilment,
            DepositAccount deposit,
            List<Called> called,
            Slice<Invoice> invoices,
            Names names,
            Map<String, String> sites,
            Map<String, String> goods,
            boolean keeps,
            boolean sends,
            boolean weighs,
            String today,
            FormErrors errors) {
        /// Call-offs for which goods may still be sent, by id.
        public Map<String, String> open(Shell shell) {
            Map<String, String> open = new LinkedHashMap<>();
            for (Called one : called)
                if (one.callOff().isOpen())
                    open.put(
                            one.callOff().id().toString(),
                            shell.week(one.callOff().week()) + " · "
                                    + names.of(one.callOff().site()) + " · "
                                    + shell.mass(one.callOff().mass()));
            return open;
        }

        /// The weeks of call-offs to which nothing is on its way yet.
        public Map<String, String> openWeeks(Shell shell) {
            Map<String, String> weeks = new java.util.TreeMap<>();
            for (Called one : called)
                if (one.callOff().isOpen() && one.consignments().isEmpty())
                    weeks.put(
                            one.callOff().week().toString(),
                            shell.week(one.callOff().week()));
            return weeks;
        }
    }

    /// One invoice.
    ///
    /// @param held what of the contract's deposit the seller holds, in fen
    /// @param portions what growers get of it whose goods were sold on their behalf
    /// @param fee in basis points, once they were settled
    public record OfInvoice(
            Invoice invoice,
            Contract contract,
            List<InvoicePayment> payments,
            Names names,
            long held,
            List<GrowerPortion> portions,
            Optional<Integer> fee,
            boolean keeps,
            String today,
            FormErrors errors) {}

    /// The list.
    public record Listing(Slice<Invoice> invoices, Names names, String search, boolean onlyOpen) {}

    public static String kind(InvoiceStage stage) {
        return switch (stage) {
            case OPEN -> "warn";
            case PARTLY_PAID -> "info";
            case PAID, BY_TICKET -> "good";
            case VOID -> "bad";
        };
    }

    public static String kind(ConsignmentStage stage) {
        return switch (stage) {
            case BOOKED -> "info";
            case HANDED_OVER -> "melon";
            case DELIVERED -> "good";
            case FAILED -> "bad";
        };
    }
}
