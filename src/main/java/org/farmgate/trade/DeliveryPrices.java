package org.farmgate.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Price;
import org.farmgate.party.Parties;
import org.farmgate.party.Party;
import org.farmgate.party.PartyKind;
import org.farmgate.platform.PartyId;
import org.farmgate.supply.Quote;
import org.farmgate.supply.Quotes;
import org.springframework.stereotype.Component;

/// Finds what a delivery costs by the contract's price rule. An index is looked up among the price quotes:
/// those whose source is the index's name, or its name and source. Only what a county centre or the
/// operator wrote down counts: neither side may quote its own price.
@Component
class DeliveryPrices {
    private final Quotes quotes;
    private final Parties parties;

    DeliveryPrices(Quotes quotes, Parties parties) {
        this.quotes = quotes;
        this.parties = parties;
    }

    /// @param quote the one that the price followed; empty where the rule asks none, or none counted and
    ///     the floor held
    record Found(Price price, Optional<IndexQuote> quote) {}

    Found priceIn(ContractTerms terms, IsoWeek week) {
        Optional<IndexQuote> quote = terms.price().index().flatMap(index -> quote(terms, index, week));
        return new Found(terms.price().priceIn(week, quote), quote);
    }

    private Optional<IndexQuote> quote(ContractTerms terms, PriceIndex index, IsoWeek week) {
        LocalDate last = week.monday().minusDays(1);
        List<Quote> published = quotes.published(
                terms.product(),
                terms.minimumGrade(),
                List.of(index.name(), index.name() + ", " + index.source()),
                week.monday().minusDays(PriceIndex.OLDEST_QUOTE_DAYS),
                last);
        Map<PartyId, Party> writers = parties.byIds(
                published.stream().map(quote -> quote.recorded().organisation()).collect(Collectors.toSet()));
        return published.stream()
                .filter(quote -> isIndependent(terms, quote, writers))
                .findFirst()
                .map(quote -> new IndexQuote(index, quote.price(), quote.quotedOn()));
    }

    private static boolean isIndependent(ContractTerms terms, Quote quote, Map<PartyId, Party> writers) {
        PartyId writer = quote.recorded().organisation();
        if (writer.equals(terms.seller()) || writer.equals(terms.buyer())) return false;
        return Optional.ofNullable(writers.get(writer))
                .map(Party::kind)
                .filter(kind -> kind == PartyKind.COUNTY_CENTRE || kind == PartyKind.OPERATOR)
                .isPresent();
    }
}
