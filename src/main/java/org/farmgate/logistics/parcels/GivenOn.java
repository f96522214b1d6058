package org.farmgate.logistics.parcels;

/// The other carrier that brings a parcel on.
///
/// @param waybill its number there
public record GivenOn(String carrier, String waybill) {
    /// Refuses by the input errors `missing` and `too-long`.
    public GivenOn {
        carrier = Contact.checked("carrier", carrier, ParcelSource.Inbound.LONGEST_CARRIER);
        waybill = Contact.checked("waybill", waybill, ParcelSource.Inbound.LONGEST_WAYBILL);
    }
}
