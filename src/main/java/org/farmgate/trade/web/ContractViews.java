package org.farmgate.trade.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farmgate.party.Parties;
import org.farmgate.party.PartyKind;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.product.Products;
import org.farmgate.trade.Amendments;
import org.farmgate.trade.Backings;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.CallOffs;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractLine;
import org.farmgate.trade.ContractStage;
import org.farmgate.trade.ContractText;
import org.farmgate.trade.ContractVersion;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Crops;
import org.farmgate.trade.Quantity;
import org.farmgate.trade.Side;
import org.springframework.stereotype.Component;

/// Gathers what the contract pages show; the page itself and a refused form on it need the same.
@Component
class ContractViews {
    private final Contracts contracts;
    private final CallOffs callOffs;
    private final Amendments amendments;
    private final Crops crops;
    private final Backings backings;
    private final Products products;
    private final Parties parties;
    private final Sites sites;
    private final CropForm cropForm;
    private final NameBook names;

    ContractViews(
            Contracts contracts,
            CallOffs callOffs,
            Amendments amendments,
            Crops crops,
            Backings backings,
            Products products,
            Parties parties,
            Sites sites,
            CropForm cropForm,
            NameBook names) {
        this.contracts = contracts;
        this.callOffs = callOffs;
        this.amendments = amendments;
        this.crops = crops;
        this.backings = backings;
        this.products = products;
        this.parties = parties;
        this.sites = sites;
        this.cropForm = cropForm;
        this.names = names;
    }

    ContractPage.One one(Actor actor, ContractId id, FormErrors errors, Shell shell) {
        Contract contract = contracts.get(actor, id);
        List<CallOff> called = callOffs.of(actor, id);
        var ids = new NameBook.Ids();
        ids.parties.add(contract.terms().seller());
        ids.parties.add(contract.terms().buyer());
        ids.products.add(contract.terms().product());
        ids.regions.add(contract.origin());
        called.forEach(one -> ids.sites.add(one.site()));
        contract.terms().lines().forEach(line -> ids.sites.add(line.site()));
        return new ContractPage.One(
                contract,
                backings.backed(contract),
                contracts.inWords(contract.terms(), shell.locale()),
                powers(actor, contract),
                called,
                changes(actor, id, shell),
                contracts.history(actor, id),
                crops.expectations(actor, id),
                names.names(ids, shell.locale()),
                contract.terms().depositDue(contract.balance().contracted()),
                shell.freshId(),
                errors);
    }

    private ContractPage.Powers powers(Actor actor, Contract contract) {
        Optional<Side> side = contracts.sideOf(actor, contract);
        boolean party = side.isPresent() && actor.may(Right.NEGOTIATE_CONTRACT);
        boolean planner = contract.plan().isPresent() && actor.may(Right.PLAN_SEASON);
        ContractStage stage = contract.stage();
        boolean signs = side.isPresent() && actor.may(Right.SIGN_CONTRACT) && contracts.maySign(actor, contract);
        boolean unsigned =
                side.filter(one -> contract.signatureOf(one).isEmpty()).isPresent();
        return new ContractPage.Powers(
                side,
                stage == ContractStage.DRAFTED && (party || planner),
                stage.isOpen() && party,
                signs && unsigned && (stage == ContractStage.PROPOSED || stage == ContractStage.PARTLY_SIGNED),
                stage.isOpen() && (party || planner),
                stage == ContractStage.SIGNED && party && side.get() == Side.BUYER,
                stage == ContractStage.SIGNED && signs,
                stage == ContractStage.SIGNED && party && contracts.isOver(contract));
    }

    private List<ContractPage.Change> changes(Actor actor, ContractId id, Shell shell) {
        var proposed = amendments.of(actor, id);
        if (proposed.isEmpty()) return List.of();
        Map<Integer, ContractVersion> versions = contracts.versions(actor, id).stream()
                .collect(Collectors.toMap(ContractVersion::version, version -> version));
        Map<Integer, ContractText> texts = new HashMap<>();
        versions.forEach((number, version) -> texts.put(number, contracts.inWords(version.terms(), shell.locale())));
        return proposed.stream()
                .map(amendment -> {
                    ContractVersion before = versions.get(amendment.baseVersion());
                    ContractVersion now = versions.get(amendment.version());
                    return new ContractPage.Change(
                            amendment,
                            ContractDifferences.between(
                                    before.terms(),
                                    texts.get(amendment.baseVersion()),
                                    now.terms(),
                                    texts.get(amendment.version()),
                                    shell),
                            now);
                })
                .toList();
    }

    ContractPage.Form fresh(Actor actor, FormErrors errors, Locale locale) {
        PartyKind kind = parties.get(actor.organisation()).kind();
        boolean both = kind == PartyKind.COMPANY || kind == PartyKind.PROCESSOR;
        return form(
                ContractPage.Purpose.NEW,
                Optional.empty(),
                kind == PartyKind.BUYER ? Map.of() : cropForm.choices(actor.organisation()),
                both,
                errors,
                locale);
    }

    /// The seller may name any plot of its own; the buyer sees those that the contract names.
    ContractPage.Form standing(
            ContractPage.Purpose purpose, Actor actor, Contract contract, FormErrors errors, Locale locale) {
        Map<String, String> plots =
                new java.util.LinkedHashMap<>(cropForm.choices(contract.terms().seller()));
        if (contracts.sideOf(actor, contract).filter(Side.SELLER::equals).isEmpty())
            plots.keySet().retainAll(named(contract));
        return form(purpose, Optional.of(contract), plots, false, errors, locale);
    }

    private ContractPage.Form form(
            ContractPage.Purpose purpose,
            Optional<Contract> contract,
            Map<String, String> plots,
            boolean asksSide,
            FormErrors errors,
            Locale locale) {
        Map<String, String> choices = new java.util.LinkedHashMap<>();
        products.all()
                .forEach(product ->
                        choices.put(product.id().toString(), product.name().in(locale)));
        return new ContractPage.Form(purpose, contract, choices, plots, asksSide, errors);
    }

    private static Set<String> named(Contract contract) {
        return switch (contract.terms().quantity()) {
            case Quantity.FixedMass _ -> Set.of();
            case Quantity.WholeCrop crop ->
                crop.plots().stream().map(Object::toString).collect(Collectors.toSet());
        };
    }

    Map<String, String> filled(Contract contract) {
        Map<String, String> values = new HashMap<>(ContractFilling.of(
                contract.terms(),
                sites.byIds(contract.terms().lines().stream()
                        .map(ContractLine::site)
                        .toList())));
        values.put("seen", contract.hash().hex());
        return values;
    }
}
