package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.carrier.CarrierBookingId;
import org.farmgate.logistics.parcels.carrier.CarrierBookings;
import org.farmgate.logistics.parcels.carrier.OutsideCarrierId;
import org.farmgate.measure.Money;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Asks outside carriers what a parcel costs, and gives it to one.
@Controller
@Needs(Right.HANDLE_PARCELS)
class ParcelCarrierPages {
    private static final long MOST_FEN = 100_000_000;

    private final Parcels parcels;
    private final CarrierBookings bookings;
    private final ParcelNaming naming;
    private final ParcelViews views;

    ParcelCarrierPages(Parcels parcels, CarrierBookings bookings, ParcelNaming naming, ParcelViews views) {
        this.parcels = parcels;
        this.bookings = bookings;
        this.naming = naming;
        this.views = views;
    }

    @GetMapping("/parcels/{id}/carriers")
    String ask(Actor actor, @PathVariable ParcelId id, Shell shell, Model model) {
        return offers(actor, id, shell.freshId(), FormErrors.none(), model);
    }

    /// `booking`, `carrier`, `service`, `fen`: as the offer had it.
    @PostMapping("/parcels/{id}/carriers")
    String book(
            Actor actor,
            @PathVariable ParcelId id,
            Fields fields,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        parcels.see(actor, id);
        return Submission.of(
                fields.typed(),
                shell,
                response,
                () -> {
                    CarrierBookingId booking = fields.id("booking", CarrierBookingId::new);
                    OutsideCarrierId carrier = fields.id("carrier", OutsideCarrierId::new);
                    String service = fields.text("service", 40);
                    Long fen = fields.number("fen", 0, MOST_FEN);
                    fields.check();
                    bookings.book(actor, booking, id, carrier, service, new Money(fen));
                    return "redirect:/parcels/" + id + "?booked";
                },
                errors -> views.show(actor, id, errors, model));
    }

    @PostMapping("/parcels/{id}/carriers/{booking}/end")
    String giveUp(Actor actor, @PathVariable ParcelId id, @PathVariable CarrierBookingId booking) {
        bookings.giveUp(actor, id, booking);
        return "redirect:/parcels/" + id;
    }

    private String offers(Actor actor, ParcelId id, String booking, FormErrors errors, Model model) {
        Parcel parcel = parcels.see(actor, id);
        model.addAttribute(
                "page",
                new ParcelPage.Carriers(
                        parcel,
                        bookings.rates(actor, id),
                        booking,
                        naming.ofParcels(List.of(parcel), List.of()),
                        errors));
        return "logistics/parcels/offers";
    }
}
