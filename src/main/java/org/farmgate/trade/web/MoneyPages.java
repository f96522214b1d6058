package org.farmgate.trade.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.farmgate.logistics.Consignment;
import org.farmgate.place.Site;
import org.farmgate.place.Sites;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.farmgate.stock.Position;
import org.farmgate.stock.PositionQuery;
import org.farmgate.stock.Positions;
import org.farmgate.trade.CallOff;
import org.farmgate.trade.CallOffId;
import org.farmgate.trade.CallOffs;
import org.farmgate.trade.Contract;
import org.farmgate.trade.ContractDeposits;
import org.farmgate.trade.ContractId;
import org.farmgate.trade.ContractStage;
import org.farmgate.trade.ContractTerms;
import org.farmgate.trade.Contracts;
import org.farmgate.trade.Deliveries;
import org.farmgate.trade.InvoiceQuery;
import org.farmgate.trade.Invoices;
import org.farmgate.trade.Side;
import org.farmgate.trade.WeekSendings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A contract's deliveries and money on one page: what goes for each call-off, what it cost, and the
/// deposit.
@Controller
@Needs(Right.SEE_BOOKS)
class MoneyPages {
    private static final int MOST_SITES = 100;

    private final Contracts contracts;
    private final CallOffs callOffs;
    private final Deliveries deliveries;
    private final WeekSendings sendings;
    private final Invoices invoices;
    private final ContractDeposits deposits;
    private final MoneyForms forms;
    private final Positions positions;
    private final Sites sites;
    private final NameBook names;
    private final Clock clock;

    MoneyPages(
            Contracts contracts,
            CallOffs callOffs,
            Deliveries deliveries,
            WeekSendings sendings,
            Invoices invoices,
            ContractDeposits deposits,
            MoneyForms forms,
            Positions positions,
            Sites sites,
            NameBook names,
            Clock clock) {
        this.contracts = contracts;
        this.callOffs = callOffs;
        this.deliveries = deliveries;
        this.sendings = sendings;
        this.invoices = invoices;
        this.deposits = deposits;
        this.forms = forms;
        this.positions = positions;
        this.sites = sites;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/contracts/{id}/money")
    String show(Actor actor, @PathVariable ContractId id, Paging paging, Shell shell, Model model) {
        return show(actor, id, paging, FormErrors.none(), shell, model);
    }

    private String show(Actor actor, ContractId id, Paging paging, FormErrors errors, Shell shell, Model model) {
        Contract contract = contracts.get(actor, id);
        Map<CallOffId, List<Consignment>> sent = deliveries.consignments(actor, id);
        List<CallOff> called = callOffs.of(actor, id);
        var ids = new NameBook.Ids();
        called.forEach(one -> ids.sites.add(one.site()));
        ids.parties.add(contract.terms().seller());
        ids.parties.add(contract.terms().buyer());
        ids.products.add(contract.terms().product());
        Optional<Side> side = contracts.sideOf(actor, contract);
        boolean inForce = contract.stage() == ContractStage.SIGNED;
        model.addAttribute(
                "page",
                new MoneyPage.One(
                        contract,
                        deliveries.fulfilment(actor, id),
                        deposits.of(actor, id),
                        called.stream()
                                .map(one -> new MoneyPage.Called(one, sent.getOrDefault(one.id(), List.of())))
                                .toList(),
                        invoices.search(actor, new InvoiceQuery(paging, Optional.of(id), false)),
                        names.names(ids, shell.locale()),
                        sites(actor, contract),
                        goods(actor, contract, shell),
                        deposits.keeps(actor, id),
                        inForce && side.equals(Optional.of(Side.SELLER)) && actor.may(Right.MOVE_GOODS),
                        inForce && actor.actsFor(contract.terms().buyer()) && actor.may(Right.WEIGH),
                        LocalDate.now(clock).toString(),
                        errors));
        return "trade/contract-money";
    }

    private Map<String, String> sites(Actor actor, Contract contract) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var operator : List.of(contract.terms().seller(), actor.organisation()))
            sites.ofOperator(operator, new Paging(0, MOST_SITES, ""))
                    .rows()
                    .forEach(site -> choices.putIfAbsent(site.id().toString(), site.name()));
        return choices;
    }

    /// Good goods of the seller that fit the contract and are not set aside, the first to expire first.
    private Map<String, String> goods(Actor actor, Contract contract, Shell shell) {
        if (!actor.may(Right.KEEP_STOCK) || contract.stage() != ContractStage.SIGNED) return Map.of();
        ContractTerms terms = contract.terms();
        var query = new PositionQuery(
                new Paging(0, MOST_SITES, ""), Optional.empty(), Optional.of(terms.product()), PositionQuery.Show.GOOD);
        List<Position> fitting = positions.search(actor, query).rows().stream()
                .filter(position -> position.origin().equals(contract.origin())
                        && position.grade() <= terms.minimumGrade()
                        && (position.owner().equals(terms.seller()) || actor.actsFor(position.owner()))
                        && !position.free().isZero())
                .toList();
        var known = sites.byIds(fitting.stream().map(Position::site).toList());
        Map<String, String> goods = new LinkedHashMap<>();
        for (Position position : fitting) {
            Site site = known.get(position.site());
            goods.put(
                    position.lot() + "@" + position.site(),
                    shell.mass(position.free()) + " · " + (site == null ? "–" : site.name()) + " · "
                            + shell.date(position.bestBefore()) + " · "
                            + position.lot().toString().substring(24));
        }
        return goods;
    }

    @PostMapping("/contracts/{id}/deliveries")
    @Needs(Right.MOVE_GOODS)
    String book(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            Consignment booked = deliveries.book(actor, forms.booking(id, fields));
            return "redirect:/consignments/" + booked.id() + "?saved";
        });
    }

    /// Goods for all call-offs of a week.
    @PostMapping("/contracts/{id}/deliveries/week")
    @Needs(Right.MOVE_GOODS)
    String sendWeek(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            sendings.send(actor, forms.sending(id, fields));
            return "redirect:/contracts/" + id + "/money?saved";
        });
    }

    /// `kind` says what happened to the deposit.
    @PostMapping("/contracts/{id}/deposit")
    String deposit(
            Actor actor,
            @PathVariable ContractId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return submitted(actor, id, fields, shell, response, model, () -> {
            forms.deposit(actor, id, fields);
            return "redirect:/contracts/" + id + "/money?saved";
        });
    }

    private String submitted(
            Actor actor,
            ContractId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            Supplier<String> act) {
        return Submission.of(
                fields.typed(), shell, response, act, errors -> show(actor, id, Paging.first(), errors, shell, model));
    }
}
