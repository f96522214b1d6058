package org.farmgate.logistics.parcels;

/// @param id made by the client: the same twice counts once
/// @param payer who pays; may be empty
public record NewIncident(ScanId id, ParcelIncident.Kind kind, String what, String payer) {
    public static final int LONGEST_PAYER = 120;

    /// Refuses by the input errors `missing` and `too-long`.
    public NewIncident {
        what = Contact.checked("what", what, Scan.LONGEST_NOTE);
        payer = payer.isBlank() ? "" : Contact.checked("payer", payer, LONGEST_PAYER);
    }
}
