package org.farmgate.logistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.farmgate.logistics.Consignment;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.ConsignmentQuery;
import org.farmgate.logistics.ConsignmentStage;
import org.farmgate.logistics.Consignments;
import org.farmgate.logistics.IncidentId;
import org.farmgate.logistics.Incidents;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Consignments for those who send and carry: the list, one with its next step, its paper.
@Controller
@Needs(Right.MOVE_GOODS)
class ConsignmentPages {
    static final Map<String, Set<ConsignmentStage>> GROUPS = Map.of(
            "open", Set.of(ConsignmentStage.BOOKED, ConsignmentStage.HANDED_OVER),
            "booked", Set.of(ConsignmentStage.BOOKED),
            "done", Set.of(ConsignmentStage.DELIVERED, ConsignmentStage.FAILED));

    private final Consignments consignments;
    private final ConsignmentViews views;
    private final ConsignmentForms forms;
    private final DeliveryNotes notes;
    private final Incidents incidents;

    ConsignmentPages(
            Consignments consignments,
            ConsignmentViews views,
            ConsignmentForms forms,
            DeliveryNotes notes,
            Incidents incidents) {
        this.incidents = incidents;
        this.consignments = consignments;
        this.views = views;
        this.forms = forms;
        this.notes = notes;
    }

    @GetMapping("/consignments")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "open") String group, Model model) {
        Slice<Consignment> found =
                consignments.search(actor, new ConsignmentQuery(paging, GROUPS.getOrDefault(group, Set.of())));
        model.addAttribute(
                "page",
                new ConsignmentPage.Listing(
                        found, GROUPS.containsKey(group) ? group : "all", paging.search(), views.names(found.rows())));
        return "logistics/consignments";
    }

    @GetMapping("/consignments/{id}")
    String one(Actor actor, @PathVariable ConsignmentId id, Model model) {
        return one(actor, id, FormErrors.none(), model);
    }

    private String one(Actor actor, ConsignmentId id, FormErrors errors, Model model) {
        model.addAttribute("page", views.page(actor, id, errors));
        return "logistics/consignment";
    }

    /// What went wrong, and who should bear it.
    @PostMapping("/consignments/{id}/incidents")
    String raise(
            Actor actor,
            @PathVariable ConsignmentId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    forms.raise(actor, id, fields);
                    return "redirect:/consignments/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/consignments/{id}/incidents/{incident}/settlement")
    String settle(
            Actor actor,
            @PathVariable ConsignmentId id,
            @PathVariable IncidentId incident,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    incidents.settle(actor, id, incident);
                    return "redirect:/consignments/" + id + "?saved";
                },
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/consignments/{id}/return")
    String sendBack(
            Actor actor,
            @PathVariable ConsignmentId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> next(forms.sendBack(actor, id, fields)),
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/consignments/{id}/hand-over")
    String handOver(
            Actor actor,
            @PathVariable ConsignmentId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> next(forms.handOver(actor, id, fields)),
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/consignments/{id}/delivery")
    String deliver(
            Actor actor,
            @PathVariable ConsignmentId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> next(forms.deliver(actor, id, fields)),
                errors -> one(actor, id, errors, model));
    }

    @PostMapping("/consignments/{id}/failure")
    String fail(
            Actor actor,
            @PathVariable ConsignmentId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> next(forms.fail(actor, id, fields)),
                errors -> one(actor, id, errors, model));
    }

    /// The paper that goes with the goods, in Chinese and the reader's language.
    @GetMapping("/consignments/{id}/delivery-note.pdf")
    ResponseEntity<byte[]> note(Actor actor, @PathVariable ConsignmentId id, Shell shell) {
        Consignment one = consignments.see(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + one.number() + ".pdf\"")
                .body(notes.print(one, consignments.unseal(actor, id), shell.locale()));
    }

    private static String next(Consignment one) {
        return "redirect:/consignments/" + one.id() + "?saved";
    }
}
