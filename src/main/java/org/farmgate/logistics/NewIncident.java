package org.farmgate.logistics;

import java.util.Optional;
import org.farmgate.measure.Money;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.PartyId;

/// Something that went wrong, as it is raised.
public record NewIncident(
        IncidentId id,
        ConsignmentId consignment,
        Incident.Kind kind,
        String text,
        Money damage,
        Optional<PartyId> payer) {
    public static final int LONGEST_TEXT = 300;

    /// Refuses by the input errors `missing`, `too-long`, `negative`.
    public NewIncident {
        text = text.strip();
        if (text.isEmpty()) throw new InputBroken("text", "missing");
        if (text.length() > LONGEST_TEXT) throw new InputBroken("text", "too-long", LONGEST_TEXT);
        if (damage.isNegative() || damage.fen() > Money.GREATEST_FEN)
            throw new InputBroken("damage", "negative", damage.inYuan().toPlainString());
    }
}
