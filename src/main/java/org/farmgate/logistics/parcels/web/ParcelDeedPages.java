package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiConsumer;
import org.farmgate.logistics.parcels.GivenOn;
import org.farmgate.logistics.parcels.GivingOn;
import org.farmgate.logistics.parcels.NewIncident;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelIncident;
import org.farmgate.logistics.parcels.ParcelIncidents;
import org.farmgate.logistics.parcels.ParcelReturns;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Scan;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What happens to a parcel beside its way: sent back, lost, damaged, given to a carrier over the counter. Each form
/// carries the id of its scan, so that sent twice it is once.
@Controller
@Needs(Right.HANDLE_PARCELS)
class ParcelDeedPages {
    private final Parcels parcels;
    private final ParcelReturns returns;
    private final ParcelIncidents incidents;
    private final GivingOn givingOn;
    private final ParcelViews views;
    private final ScanForms forms;

    ParcelDeedPages(
            Parcels parcels,
            ParcelReturns returns,
            ParcelIncidents incidents,
            GivingOn givingOn,
            ParcelViews views,
            ScanForms forms) {
        this.parcels = parcels;
        this.returns = returns;
        this.incidents = incidents;
        this.givingOn = givingOn;
        this.views = views;
        this.forms = forms;
    }

    /// `scan`, `note`.
    @PostMapping("/parcels/{id}/return")
    String sendBack(
            Actor actor,
            @PathVariable ParcelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, (parcel, scan) -> {
            String note = fields.text("note", Scan.LONGEST_NOTE);
            fields.check();
            returns.sendBack(actor, scan, parcel.key(), note);
        });
    }

    /// `scan`, `kind` (LOST or DAMAGED), `note`, `payer`.
    @PostMapping("/parcels/{id}/incidents")
    String report(
            Actor actor,
            @PathVariable ParcelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, (parcel, scan) -> {
            var kind = fields.choice("kind", ParcelIncident.Kind.class);
            String note = fields.text("note", Scan.LONGEST_NOTE);
            String payer =
                    fields.optionalText("payer", NewIncident.LONGEST_PAYER).orElse("");
            fields.check();
            incidents.report(actor, parcel.key(), new NewIncident(scan, kind, note, payer));
        });
    }

    /// `scan`, `carrier`, `waybill`: a carrier without a program fetches it.
    @PostMapping("/parcels/{id}/giving-on")
    String give(
            Actor actor,
            @PathVariable ParcelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return done(actor, id, fields, shell, response, model, (parcel, scan) -> {
            String carrier = fields.text("carrier", ParcelSource.Inbound.LONGEST_CARRIER);
            String waybill = fields.text("waybill", ParcelSource.Inbound.LONGEST_WAYBILL);
            fields.check();
            givingOn.give(actor, scan, parcel.key(), new GivenOn(carrier, waybill), forms.at(fields));
        });
    }

    private String done(
            Actor actor,
            ParcelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model,
            BiConsumer<Parcel, ScanId> deed) {
        Parcel parcel = parcels.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    ScanId scan = fields.id("scan", ScanId::new);
                    deed.accept(parcel, scan);
                    return "redirect:/parcels/" + id + "?saved";
                },
                errors -> views.show(actor, id, errors, model));
    }
}
