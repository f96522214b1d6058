package org.farmgate.trade;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.farmgate.ledger.Split;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.measure.Money;
import org.farmgate.stock.LotId;
import org.farmgate.supply.LotTitle;
import org.farmgate.supply.Title;
import org.farmgate.supply.Titles;
import org.springframework.stereotype.Component;

/// Reckons what growers get of an invoice whose goods were sold on their behalf. Lots that the seller had
/// bought are the seller's own: their growers were paid by the ticket.
@Component
class GrowerShares {
    static final String RULE = "contract.on-behalf";

    private final SentLots sent;
    private final Titles titles;

    GrowerShares(SentLots sent, Titles titles) {
        this.sent = sent;
        this.titles = titles;
    }

    /// @param feeBasisPoints what the seller keeps for selling; 10,000 would be all of it
    List<GrowerPortion> of(Invoice invoice, int feeBasisPoints) {
        if (invoice.source() == InvoiceSource.TICKET) return List.of();
        List<SentLot> lots =
                sent.of(invoice.origin(), new ConsignmentId(invoice.id().value()));
        if (lots.isEmpty()) return List.of();
        Map<LotId, LotTitle> known = titles.of(lots.stream().map(SentLot::lot).toList());
        List<Money> worth = divide(invoice.amount(), lots);
        List<GrowerPortion> portions = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            LotTitle title = known.get(lots.get(i).lot());
            if (title == null
                    || title.title() != Title.ON_BEHALF
                    || title.payee().equals(invoice.seller())) continue;
            Split split = new Split(
                    RULE,
                    List.of(
                            new Split.Part(
                                    Split.Share.GROWER, title.payee(), Split.WHOLE_BASIS_POINTS - feeBasisPoints),
                            new Split.Part(Split.Share.COOPERATIVE, invoice.seller(), feeBasisPoints)));
            portions.add(new GrowerPortion(
                    lots.get(i).lot(),
                    title.payee(),
                    lots.get(i).mass(),
                    worth.get(i),
                    split.of(worth.get(i)).getFirst().amount()));
        }
        return List.copyOf(portions);
    }

    /// By mass, to the fen: the fen left over go to the largest remainders, the earlier lot first among
    /// equals.
    static List<Money> divide(Money amount, List<SentLot> lots) {
        BigInteger whole = BigInteger.valueOf(
                lots.stream().mapToLong(lot -> lot.mass().grams()).sum());
        long[] fen = new long[lots.size()];
        BigInteger[] remainder = new BigInteger[lots.size()];
        long left = amount.fen();
        for (int i = 0; i < fen.length; i++) {
            BigInteger[] exact = BigInteger.valueOf(amount.fen())
                    .multiply(BigInteger.valueOf(lots.get(i).mass().grams()))
                    .divideAndRemainder(whole);
            fen[i] = exact[0].longValueExact();
            remainder[i] = exact[1];
            left -= fen[i];
        }
        List<Integer> byRemainder = IntStream.range(0, fen.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainder[i]).reversed())
                .toList();
        for (int i = 0; i < left; i++) fen[byRemainder.get(i)]++;
        return java.util.Arrays.stream(fen).mapToObj(Money::new).toList();
    }
}
