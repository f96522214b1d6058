package org.farmgate.logistics.parcels.web;

import java.util.List;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A parcel: its way, its trail, its label.
@Controller
@Needs(Right.HANDLE_PARCELS)
class ParcelPages {
    private final Parcels parcels;
    private final Labelling labelling;
    private final ParcelViews views;

    ParcelPages(Parcels parcels, Labelling labelling, ParcelViews views) {
        this.parcels = parcels;
        this.labelling = labelling;
        this.views = views;
    }

    @GetMapping("/parcels/{id}")
    String one(Actor actor, @PathVariable ParcelId id, Model model) {
        return views.show(actor, id, FormErrors.none(), model);
    }

    /// To be printed and stuck on.
    @GetMapping("/parcels/{id}/label")
    ResponseEntity<byte[]> label(Actor actor, @PathVariable ParcelId id) {
        Parcel parcel = parcels.see(actor, id);
        return pdf(labelling.print(List.of(parcel)), "parcel-" + parcel.sscc().digits());
    }

    /// Many on one paper, `parcel` repeated.
    @GetMapping("/parcels/labels")
    ResponseEntity<byte[]> labels(Actor actor, @RequestParam List<ParcelId> parcel) {
        List<Parcel> some = parcel.stream()
                .limit(ParcelViews.MOST_LABELS)
                .map(id -> parcels.see(actor, id))
                .toList();
        return pdf(labelling.print(some), "parcels");
    }

    static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(bytes);
    }
}
