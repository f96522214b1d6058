package org.farmgate.ledger.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.ledger.AccountKey;
import org.farmgate.ledger.AccountKind;
import org.farmgate.ledger.DocumentPlace;
import org.farmgate.ledger.Particulars;
import org.farmgate.party.Party;
import org.farmgate.place.Region;
import org.farmgate.place.RegionId;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Product;
import org.farmgate.product.ProductId;

/// Names and words for one page of the books. What is missing shows as a dash.
public record LedgerBook(
        Map<PartyId, Party> parties,
        Map<RegionId, Region> regions,
        Map<ProductId, Product> products,
        Map<String, DocumentPlace> places) {
    private static final String UNKNOWN = "–";

    public String party(PartyId id) {
        Party party = parties.get(id);
        return party == null ? UNKNOWN : party.name();
    }

    public String code(PartyId id) {
        Party party = parties.get(id);
        return party == null ? "" : party.code();
    }

    public String region(Shell shell, RegionId id) {
        Region region = regions.get(id);
        return region == null ? UNKNOWN : shell.pick(region.name());
    }

    public String product(Shell shell, ProductId id) {
        Product product = products.get(id);
        return product == null ? UNKNOWN : shell.pick(product.name());
    }

    public static String kind(Shell shell, AccountKind kind) {
        return kind.number() + " " + shell.label("ledger.kind", kind);
    }

    /// Who and what an account is about, beside its kind.
    public String about(Shell shell, AccountKey account) {
        String subject = account.subject().isEmpty() ? "" : shortened(account.subject());
        String holder = account.holder().map(this::party).orElse("");
        String names = account.counterparty()
                .map(other -> holder.isEmpty() ? party(other) : shell.t("ledger.between", holder, party(other)))
                .orElse(holder);
        return (names + (names.isEmpty() || subject.isEmpty() ? "" : " · ") + subject).strip();
    }

    public static String address(AccountKey account) {
        return "/books/" + account.origin() + "/accounts/" + account.id();
    }

    /// By which rule, and about which goods.
    public String rule(Shell shell, Particulars particulars) {
        String rule = particulars.rule().isEmpty()
                ? shell.t("ledger.rule.none")
                : shell.orElse("ledger.rule." + particulars.rule(), particulars.rule());
        return rule
                + particulars
                        .product()
                        .map(id -> shell.t("ledger.slip.list") + product(shell, id))
                        .orElse("");
    }

    /// The kind of document and what people call it.
    public String document(Shell shell, Particulars particulars) {
        String kind = shell.orElse("ledger.document." + particulars.documentKind(), particulars.documentKind());
        return particulars
                .document()
                .map(id -> kind + " " + number(particulars.documentKind(), id))
                .orElse("");
    }

    String number(String kind, UUID id) {
        DocumentPlace place = places.get(kind);
        return place == null ? DocumentPlace.shortened(id) : place.number().apply(id);
    }

    /// The page of the document, where there is one that the reader may open.
    public Optional<String> link(Shell shell, Particulars particulars) {
        return Optional.ofNullable(places.get(particulars.documentKind()))
                .filter(place ->
                        place.readers().isEmpty() || place.readers().stream().anyMatch(shell::may))
                .flatMap(place -> particulars.document().map(place::of));
    }

    private static String shortened(String subject) {
        return subject.length() == 36 ? "…" + subject.substring(28) : subject;
    }
}
