package org.farmgate.logistics.storage.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farmgate.logistics.storage.Proposal;
import org.farmgate.logistics.storage.ProposalId;
import org.farmgate.logistics.storage.Proposals;
import org.farmgate.logistics.storage.StoreLine;
import org.farmgate.logistics.storage.StoreLineId;
import org.farmgate.logistics.storage.StoreLines;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Paging;
import org.farmgate.platform.PartyId;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.Needs;
import org.farmgate.product.ProductId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Replenishment for programs. Masses are grams.
@RestController
@RequestMapping("/api/v1/replenishment")
@Needs(Right.KEEP_STOCK)
class ReplenishmentApi {
    private final StoreLines lines;
    private final StoreLineForms forms;
    private final Proposals proposals;

    ReplenishmentApi(StoreLines lines, StoreLineForms forms, Proposals proposals) {
        this.lines = lines;
        this.forms = forms;
        this.proposals = proposals;
    }

    record OfLine(
            StoreLineId id,
            SiteId store,
            ProductId product,
            PartyId owner,
            SiteId warehouse,
            long packGrams,
            int leastPacks,
            int coverDays,
            int transitDays,
            int freshDays,
            boolean ended) {
        static OfLine of(StoreLine line) {
            return new OfLine(
                    line.id(),
                    line.store(),
                    line.product(),
                    line.owner(),
                    line.warehouse(),
                    line.pack().grams(),
                    line.leastPacks(),
                    line.coverDays(),
                    line.transitDays(),
                    line.freshDays(),
                    line.ended());
        }
    }

    /// @param errorBasisPoints of the forecast on held-back days, in parts of ten thousand of what was
    ///     sold
    record OfProposed(
            StoreLineId line,
            SiteId store,
            ProductId product,
            long packGrams,
            LocalDate arrivesOn,
            LocalDate coversUntil,
            LocalDate freshUntil,
            int daysKnown,
            long dailyGrams,
            @Nullable Integer errorBasisPoints,
            boolean weekdays,
            long onHandGrams,
            Proposal.Basis basis,
            long underWayGrams,
            long soldUntilGrams,
            long targetGrams,
            int wantedPacks,
            int proposedPacks,
            int packs,
            Proposal.Why why,
            @Nullable Integer sentPacks) {
        static OfProposed of(Proposal.Line line) {
            return new OfProposed(
                    line.line(),
                    line.store(),
                    line.product(),
                    line.pack().grams(),
                    line.arrivesOn(),
                    line.coversUntil(),
                    line.freshUntil(),
                    line.daysKnown(),
                    line.dailySales().grams(),
                    line.errorBasisPoints().isPresent()
                            ? Integer.valueOf(line.errorBasisPoints().getAsInt())
                            : null,
                    line.weekdays(),
                    line.onHand().grams(),
                    line.basis(),
                    line.underWay().grams(),
                    line.soldUntil().grams(),
                    line.target().grams(),
                    line.wanted(),
                    line.proposed(),
                    line.packs(),
                    line.why(),
                    line.sent().orElse(null));
        }
    }

    record OfProposal(
            ProposalId id,
            PartyId owner,
            SiteId warehouse,
            Instant madeAt,
            Proposal.Stage stage,
            List<OfProposed> lines) {
        static OfProposal of(Proposal proposal) {
            return new OfProposal(
                    proposal.id(),
                    proposal.owner(),
                    proposal.warehouse(),
                    proposal.madeAt(),
                    proposal.stage(),
                    proposal.lines().stream().map(OfProposed::of).toList());
        }
    }

    @GetMapping("/lines")
    @Needs({Right.KEEP_STOCK, Right.POST_DEMAND})
    Slice<OfLine> lines(Actor actor, Paging paging) {
        return lines.search(actor, paging).map(OfLine::of);
    }

    /// `store`, `product`, `owner` (a party's code), `warehouse`, `packGrams`, `leastPacks`,
    /// `coverDays`, `transitDays`, `freshDays`: for the first time or anew.
    @PutMapping("/lines/{id}")
    @Needs({Right.KEEP_STOCK, Right.POST_DEMAND})
    OfLine put(Actor actor, @PathVariable StoreLineId id, @RequestBody Map<String, Object> body) {
        Map<String, Object> named = new LinkedHashMap<>(body);
        named.put("id", id.toString());
        return OfLine.of(lines.put(actor, forms.fresh(actor, Books.fields(named))));
    }

    /// `id`, `warehouse`, `owner` (a party's id; one's own where it is missing).
    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    OfProposal propose(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = Books.fields(body);
        ProposalId id = fields.id("id", ProposalId::new);
        SiteId warehouse = fields.id("warehouse", SiteId::new);
        var owner = fields.optional("owner", f -> f.id("owner", PartyId::new));
        fields.check();
        return OfProposal.of(proposals.propose(actor, id, owner.orElse(actor.organisation()), warehouse));
    }

    @GetMapping("/proposals/{id}")
    OfProposal proposal(Actor actor, @PathVariable ProposalId id) {
        return OfProposal.of(proposals.see(actor, id));
    }

    /// `lines`: each `line` and `packs`; lines that are left out stay as they are.
    @PostMapping("/proposals/{id}/adjustment")
    OfProposal adjust(Actor actor, @PathVariable ProposalId id, @RequestBody Map<String, Object> body) {
        List<FieldError> errors = new ArrayList<>();
        List<Fields> rows = ArrivalForms.rows(body, "lines", errors);
        Map<StoreLineId, Integer> packs = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Fields row = rows.get(i);
            StoreLineId line = row.id("line", StoreLineId::new);
            Long count = row.number("packs", 0, 100_000);
            if (row.errors().isEmpty()) packs.put(line, count.intValue());
            ArrivalForms.add(errors, "lines", i, row);
        }
        if (!errors.isEmpty()) throw new InputBroken(errors);
        return OfProposal.of(proposals.adjust(actor, id, packs));
    }

    @PostMapping("/proposals/{id}/release")
    OfProposal release(Actor actor, @PathVariable ProposalId id) {
        return OfProposal.of(proposals.release(actor, id));
    }

    @PostMapping("/proposals/{id}/discarding")
    OfProposal discard(Actor actor, @PathVariable ProposalId id) {
        return OfProposal.of(proposals.discard(actor, id));
    }

    /// What became of a released one.
    @GetMapping("/proposals/{id}/shipments")
    List<StorageJson.OfShipment> sent(Actor actor, @PathVariable ProposalId id) {
        return proposals.sent(actor, id).stream()
                .map(StorageJson.OfShipment::of)
                .toList();
    }
}
