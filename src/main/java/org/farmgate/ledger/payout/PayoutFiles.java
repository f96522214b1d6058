package org.farmgate.ledger.payout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farmgate.measure.Money;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.imports.CsvSheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes released payouts for the bank. Bank numbers are opened into the file only, and each opening is
/// audited with the payout as its reason.
@Service
@Transactional
public class PayoutFiles {
    private final Payouts payouts;
    private final Numbers numbers;
    private final Parties parties;

    PayoutFiles(Payouts payouts, Numbers numbers, Parties parties) {
        this.payouts = payouts;
        this.numbers = numbers;
        this.parties = parties;
    }

    /// What the bank is told. The same payout always gives the same content, under the same message id, by
    /// which a bank knows a file that was sent twice. What has been returned is left out, under another id.
    record Order(Payout payout, Party payer, String payerNumber, List<Payment> payments) {
        /// What names the payout to the bank: at most 32 letters and digits.
        String reference() {
            return payout.id().toString().replace("-", "");
        }

        String message() {
            int returned = payout.lines().size() - payments.size();
            return returned == 0 ? reference() : reference() + "%03x".formatted(returned);
        }

        Money sum() {
            return payments.stream().map(one -> one.line().amount()).reduce(Money.ZERO, Money::plus);
        }
    }

    record Payment(PayoutLine line, Party payee, String number) {}

    /// Needs RELEASE_PAYOUTS. Refuses by PAYOUT_NOT_RELEASED, HOLDER_WITHOUT_BANK_NUMBER, PAYEE_CANNOT_BE_PAID
    /// (a number was removed since), KEY_MISSING.
    public PayoutFile file(Actor actor, PayoutId id, PayoutFile.Form form) {
        actor.require(Right.RELEASE_PAYOUTS);
        Payout payout = payouts.see(actor, id);
        if (!org.farmgate.ledger.BooksAccess.keeps(actor, payout.holder())) throw new NotFound("payout", id);
        if (!payout.isReleased()) throw new RuleBroken(PayoutRule.PAYOUT_NOT_RELEASED);
        Order order = order(actor, payout);
        return switch (form) {
            case CSV -> new PayoutFile(order.reference() + ".csv", "text/csv;charset=UTF-8", csv(order));
            case PAIN_001 ->
                new PayoutFile(order.reference() + ".xml", "application/xml", new CreditTransferXml(order).write());
        };
    }

    private Order order(Actor actor, Payout payout) {
        Set<PartyId> all = new HashSet<>(Set.of(payout.holder()));
        payout.lines().forEach(line -> all.add(line.payee()));
        Map<PartyId, String> opened = numbers.forPayment(actor, all, "payout " + payout.id());
        Map<PartyId, Party> known = parties.byIds(all);
        String payerNumber = opened.getOrDefault(payout.holder(), "");
        if (payerNumber.isEmpty()) throw new RuleBroken(PayoutRule.HOLDER_WITHOUT_BANK_NUMBER);
        List<PayoutLine> going = payout.lines().stream()
                .filter(line -> line.state() != LineState.RETURNED)
                .toList();
        long without =
                going.stream().filter(line -> !opened.containsKey(line.payee())).count();
        if (without > 0) throw new RuleBroken(PayoutRule.PAYEE_CANNOT_BE_PAID, without);
        List<Payment> payments = going.stream()
                .map(line -> new Payment(line, party(known, line.payee()), opened.getOrDefault(line.payee(), "")))
                .toList();
        return new Order(payout, party(known, payout.holder()), payerNumber, payments);
    }

    private static Party party(Map<PartyId, Party> known, PartyId id) {
        Party party = known.get(id);
        if (party == null) throw new NotFound("party", id);
        return party;
    }

    private static byte[] csv(Order order) {
        CsvSheet sheet = new CsvSheet()
                .row(
                        "line",
                        "payee_code",
                        "payee_name",
                        "bank_number",
                        "amount_yuan",
                        "currency",
                        "pay_on",
                        "reference");
        for (Payment payment : order.payments())
            sheet.row(
                    String.valueOf(payment.line().number()),
                    payment.payee().code(),
                    payment.payee().name(),
                    payment.number(),
                    payment.line().amount().inYuan().toPlainString(),
                    "CNY",
                    order.payout().payOn().toString(),
                    CreditTransferXml.endToEnd(order, payment.line()));
        return sheet.bytes();
    }
}
