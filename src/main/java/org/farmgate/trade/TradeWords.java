package org.farmgate.trade;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.farmgate.party.Parties;
import org.farmgate.place.RegionId;
import org.farmgate.place.Regions;
import org.farmgate.place.Site;
import org.farmgate.place.SiteId;
import org.farmgate.place.Sites;
import org.farmgate.platform.Id;
import org.farmgate.platform.Multilingual;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Rule;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Languages;
import org.farmgate.product.Grade;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;
import org.farmgate.product.Products;
import org.farmgate.supply.PlotId;
import org.farmgate.supply.Plots;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The names behind ids, asked for set by set from those who keep them; and the texts and search words made of
/// them.
@Component
class TradeWords {
    private static final Multilingual NAMELESS =
            new Multilingual(TermsNames.UNKNOWN, TermsNames.UNKNOWN, TermsNames.UNKNOWN);

    private final Products products;
    private final Sites sites;
    private final Regions regions;
    private final Parties parties;
    private final Plots plots;
    private final MessageSource messages;

    TradeWords(Products products, Sites sites, Regions regions, Parties parties, Plots plots, MessageSource messages) {
        this.parties = parties;
        this.plots = plots;
        this.products = products;
        this.sites = sites;
        this.regions = regions;
        this.messages = messages;
    }

    /// Terms to be put into words.
    record Unwritten(String number, int version, ContractTerms terms) {}

    /// @param text in Chinese, to be kept and signed
    record Written(String text, String search) {}

    /// In the order asked for, with one question to each of those who know the names.
    List<Written> write(List<Unwritten> wanted) {
        List<ContractTerms> terms = wanted.stream().map(Unwritten::terms).toList();
        Known known = known(terms);
        return wanted.stream().map(one -> write(one, known.of(one.terms()))).toList();
    }

    private Written write(Unwritten one, TermsNames names) {
        String text =
                new ContractText(messages, Languages.CHINESE, one.terms(), names).whole(one.number(), one.version());
        String search = String.join(
                " ",
                one.number(),
                names.party(one.terms().seller()).name(),
                names.party(one.terms().seller()).code(),
                names.party(one.terms().buyer()).name(),
                names.party(one.terms().buyer()).code(),
                all(names.product()),
                all(names.origin()));
        return new Written(text, search.toLowerCase(Locale.ROOT));
    }

    ContractText read(ContractTerms terms, Locale locale) {
        return new ContractText(messages, locale, terms, known(List.of(terms)).of(terms));
    }

    private Known known(Collection<ContractTerms> terms) {
        Set<ProductId> wantedProducts = new HashSet<>();
        Set<RegionId> origins = new HashSet<>();
        Set<SiteId> places = new HashSet<>();
        Set<PartyId> parties = new HashSet<>();
        Set<PlotId> plots = new HashSet<>();
        for (ContractTerms one : terms) {
            wantedProducts.add(one.product());
            origins.add(one.origin());
            one.lines().forEach(line -> places.add(line.site()));
            parties.addAll(one.onBehalfOf());
            parties.add(one.seller());
            parties.add(one.buyer());
            if (one.quantity() instanceof Quantity.WholeCrop crop) plots.addAll(crop.plots());
        }
        Map<RegionId, Multilingual> regionNames = new HashMap<>();
        regions.byIds(origins).forEach((id, region) -> regionNames.put(id, region.name()));
        Map<SiteId, TermsNames.PlaceName> placeNames = new HashMap<>();
        sites.byIds(places)
                .forEach((id, site) -> placeNames.put(id, new TermsNames.PlaceName(site.name(), site.address())));
        return new Known(
                products.byIds(wantedProducts),
                products.grades(wantedProducts),
                regionNames,
                placeNames,
                partyNames(parties),
                plotNames(plots));
    }

    private record Known(
            Map<ProductId, Product> products,
            Map<ProductId, List<Grade>> grades,
            Map<RegionId, Multilingual> regions,
            Map<SiteId, TermsNames.PlaceName> places,
            Map<PartyId, TermsNames.PartyName> parties,
            Map<PlotId, String> plots) {
        TermsNames of(ContractTerms terms) {
            Product product = products.get(terms.product());
            Multilingual grade = grades.getOrDefault(terms.product(), List.of()).stream()
                    .filter(one -> one.rank() == terms.minimumGrade())
                    .findFirst()
                    .map(Grade::name)
                    .orElseGet(() -> number(terms.minimumGrade()));
            return new TermsNames(
                    parties,
                    product == null ? NAMELESS : product.name(),
                    grade,
                    regions.getOrDefault(terms.origin(), NAMELESS),
                    places,
                    plots);
        }
    }

    private static Multilingual number(int rank) {
        String text = String.valueOf(rank);
        return new Multilingual(text, text, text);
    }

    private Map<PartyId, TermsNames.PartyName> partyNames(Set<PartyId> ids) {
        Map<PartyId, TermsNames.PartyName> names = new HashMap<>();
        parties.byIds(ids).forEach((id, party) -> names.put(id, new TermsNames.PartyName(party.name(), party.code())));
        return names;
    }

    private Map<PlotId, String> plotNames(Set<PlotId> ids) {
        Map<PlotId, String> names = new HashMap<>();
        if (!ids.isEmpty()) plots.byIds(ids).forEach((id, plot) -> names.put(id, plot.name()));
        return names;
    }

    Map<DemandId, String> searchOf(Collection<Demand> demands) {
        Set<PartyId> buyers = new HashSet<>();
        Set<ProductId> wanted = new HashSet<>();
        demands.forEach(demand -> {
            buyers.add(demand.buyer());
            wanted.add(demand.product());
        });
        Map<PartyId, TermsNames.PartyName> names = partyNames(buyers);
        Map<ProductId, Product> known = products.byIds(wanted);
        Map<DemandId, String> search = new HashMap<>();
        for (Demand demand : demands) {
            TermsNames.PartyName buyer = names.get(demand.buyer());
            Product product = known.get(demand.product());
            search.put(
                    demand.id(),
                    String.join(
                                    " ",
                                    demand.reference(),
                                    buyer == null ? "" : buyer.name() + " " + buyer.code(),
                                    product == null ? "" : product.code() + " " + all(product.name()))
                            .toLowerCase(Locale.ROOT));
        }
        return search;
    }

    /// Refuses by DEMAND_PLACE_NOT_THE_BUYERS.
    void checkPlaces(Collection<Demand> demands) {
        Map<SiteId, Site> known = sites.byIds(demands.stream()
                .flatMap(demand -> demand.shipTo().stream().map(ShipTo::site))
                .toList());
        for (Demand demand : demands)
            for (ShipTo place : demand.shipTo())
                checkPlace(known, place.site(), demand.buyer(), TradeRule.DEMAND_PLACE_NOT_THE_BUYERS);
    }

    /// Refuses by CONTRACT_PLACE_NOT_THE_BUYERS.
    void checkPlaces(ContractTerms terms) {
        Map<SiteId, Site> known =
                sites.byIds(terms.lines().stream().map(ContractLine::site).toList());
        for (ContractLine line : terms.lines())
            checkPlace(known, line.site(), terms.buyer(), TradeRule.CONTRACT_PLACE_NOT_THE_BUYERS);
    }

    private static void checkPlace(Map<SiteId, Site> known, Id id, PartyId buyer, Rule rule) {
        Site site = known.get(id);
        if (site == null) throw new RuleBroken(rule, id);
        if (site.closed() || !site.operator().equals(buyer)) throw new RuleBroken(rule, site.name());
    }

    private static String all(Multilingual name) {
        return String.join(
                " ",
                Stream.of(name.english(), name.chinese(), name.uyghur())
                        .distinct()
                        .toList());
    }
}
