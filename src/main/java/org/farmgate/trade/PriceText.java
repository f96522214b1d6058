package org.farmgate.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farmgate.measure.IsoWeek;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.platform.web.Formats;

/// The price section of a contract: where the price holds, the rule, which quote counts, and an example worked
/// through with the very function that later prices deliveries.
final class PriceText {
    private static final Mass EXAMPLE_MASS = Mass.kilograms(1_000);

    private final ContractText text;
    private final Formats formats;
    private final ContractTerms terms;

    PriceText(ContractText text, Formats formats, ContractTerms terms) {
        this.text = text;
        this.formats = formats;
        this.terms = terms;
    }

    List<String> paragraphs() {
        List<String> said = new ArrayList<>();
        said.add(text.say("basis." + terms.basis().name()));
        switch (terms.price()) {
            case PriceRule.Fixed fixed -> fixed(fixed, said);
            case PriceRule.FloorPlusUpside upside -> upside(upside, said);
            case PriceRule.MarketLinked linked -> linked(linked, said);
        }
        said.add(text.say("rounding"));
        said.add(text.say("payment", terms.conditions().paymentDays()));
        return said;
    }

    private void fixed(PriceRule.Fixed fixed, List<String> said) {
        said.add(text.say("price-fixed", text.exactly(fixed.price())));
        said.add(text.say(
                "example-fixed",
                text.exactly(EXAMPLE_MASS),
                formats.money(fixed.price().of(EXAMPLE_MASS))));
    }

    private void upside(PriceRule.FloorPlusUpside upside, List<String> said) {
        said.add(text.say(
                "price-upside",
                text.exactly(upside.floor()),
                upside.from().name(),
                upside.from().source(),
                text.exactly(upside.reference()),
                text.percent(upside.shareBasisPoints())));
        // A fifth above the reference, so that the share shows.
        example(upside, upside.from(), atMost(upside.reference().fenPerTonne() / 5 * 6), said);
    }

    private void linked(PriceRule.MarketLinked linked, List<String> said) {
        said.add(text.say(
                "price-linked",
                text.percent(linked.basisPoints()),
                linked.of().name(),
                linked.of().source(),
                text.exactly(linked.floor()),
                text.exactly(linked.ceiling())));
        // Where floor and ceiling both leave the index alone, as near as whole fen allow.
        long middle = (linked.floor().fenPerTonne() + linked.ceiling().fenPerTonne()) / 2;
        long quote = middle / linked.basisPoints() * PriceRule.WHOLE / 1_000 * 1_000;
        example(linked, linked.of(), atMost(Math.max(1_000, quote)), said);
    }

    private static Price atMost(long fenPerTonne) {
        return new Price(Math.min(fenPerTonne, Price.GREATEST_FEN_PER_TONNE));
    }

    private void example(PriceRule rule, PriceIndex index, Price quoted, List<String> said) {
        said.add(text.say("quote", text.exactly(rule.guaranteed())));
        IsoWeek week = terms.window().first();
        var quote = new IndexQuote(index, quoted, week.monday().minusDays(1));
        Price price = rule.priceIn(week, Optional.of(quote));
        said.add(text.say(
                "example-quoted",
                text.exactly(quoted),
                text.exactly(price),
                text.exactly(EXAMPLE_MASS),
                formats.money(price.of(EXAMPLE_MASS))));
    }
}
