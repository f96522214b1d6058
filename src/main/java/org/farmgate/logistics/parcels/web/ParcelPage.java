package org.farmgate.logistics.parcels.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.parcels.Contact;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelPeople;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.ParcelStep;
import org.farmgate.logistics.parcels.carrier.CarrierBooking;
import org.farmgate.logistics.parcels.carrier.CarrierOffer;
import org.farmgate.logistics.parcels.carrier.OutsideCarrier;
import org.farmgate.logistics.parcels.carrier.OutsideCarrierId;
import org.farmgate.logistics.parcels.label.ParcelLabel;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;

/// A parcel as its clerks see it.
///
/// @param tracking its public number
/// @param people empty once it is handed out
/// @param here whether the asker works where it is now
/// @param bookings with outside carriers, the newest first
public record ParcelPage(
        Parcel parcel,
        String tracking,
        String trackingPath,
        Optional<ParcelPeople> people,
        Next next,
        boolean here,
        List<WayStop> way,
        List<ParcelStep> trail,
        List<CarrierBooking> bookings,
        Map<OutsideCarrierId, OutsideCarrier> carriers,
        ParcelNames names,
        FormErrors errors) {
    /// The carriers' prices for it.
    ///
    /// @param booking id of the booking to be
    public record Carriers(
            Parcel parcel, List<CarrierOffer> offers, String booking, ParcelNames names, FormErrors errors) {
        public String path() {
            return "/parcels/" + parcel.id() + "/carriers";
        }
    }

    public String path() {
        return "/parcels/" + parcel.id();
    }

    public String next(Shell shell) {
        return ScanView.next(shell, next, names);
    }

    public boolean isOutside() {
        return next instanceof Next.Outside && !parcel.stage().isFinal();
    }

    public Optional<CarrierBooking> openBooking() {
        return bookings.stream().filter(one -> one.state().isOpen()).findFirst();
    }

    public String carrier(CarrierBooking booking) {
        OutsideCarrier carrier = carriers.get(booking.carrier());
        return carrier == null ? "–" : carrier.name();
    }

    public boolean isOnItsWay() {
        return !parcel.stage().isFinal();
    }

    /// Whether somebody will fetch it by a code: not one that a round or another carrier brings.
    public boolean mayHaveCode() {
        return parcel.goal().isPresent() && (!parcel.toDoor() || parcel.state().returning());
    }

    public boolean isReady() {
        return parcel.stage() == ParcelStage.READY;
    }

    /// Whose it is, without what strangers need not see.
    public static String shown(Contact contact) {
        String digits = ParcelLabel.lastDigits(contact.telephone());
        return digits.isEmpty() ? contact.name() : contact.name() + " " + digits;
    }

    /// Where it comes from, in words.
    public String source(Shell shell) {
        return switch (parcel.source()) {
            case ParcelSource.Order order -> shell.t("parcel.source.order", order.packageNumber());
            case ParcelSource.Villager _ -> shell.t("parcel.source.villager");
            case ParcelSource.Inbound inbound -> shell.t("parcel.source.inbound", inbound.carrier(), inbound.waybill());
        };
    }

    public static String tone(CarrierBooking.State state) {
        return switch (state) {
            case ASKED -> "warn";
            case BOOKED -> "info";
            case DECLINED -> "bad";
            case ENDED -> "good";
        };
    }
}
