package org.farmgate.logistics.parcels.web;

import java.util.Optional;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Shell;

/// The answer to a scan, to be read from two steps away: colour, sound and words say the same.
///
/// @param tone `good`, `warn` or `bad`
/// @param big where to put it
/// @param parcel to look at it
public record ScanView(String tone, String big, String say, String code, Optional<ParcelId> parcel) {
    static ScanView of(Shell shell, String code, ScanAnswer answer, ParcelNames names) {
        Optional<ParcelId> parcel = answer.parcel().map(key -> key.id());
        if (answer.why().isPresent())
            return new ScanView(
                    "bad",
                    shell.t("parcel.scan.refused"),
                    shell.refusal(answer.why().get()),
                    code,
                    parcel);
        String say = switch (answer.outcome()) {
            case COUNTED ->
                answer.container().isPresent()
                        ? shell.t("parcel.scan.container", answer.parcels())
                        : shell.t("parcel.scan.counted");
            case LATE -> shell.t("parcel.scan.late");
            case REFUSED -> shell.t("parcel.scan.refused");
        };
        String tone = switch (answer.outcome()) {
            case COUNTED -> "good";
            case LATE -> "warn";
            case REFUSED -> "bad";
        };
        return new ScanView(tone, next(shell, answer.next(), names), say, code, parcel);
    }

    static ScanView refused(Shell shell, String code, RuleBroken why) {
        return new ScanView("bad", shell.t("parcel.scan.refused"), shell.refusal(why), code, Optional.empty());
    }

    static ScanView wrong(Shell shell, String code, InputBroken why) {
        String say = why.errors().stream().findFirst().map(shell::error).orElse("");
        return new ScanView("bad", shell.t("parcel.scan.refused"), say, code, Optional.empty());
    }

    ScanView saying(String otherBig, String otherSay) {
        return new ScanView(tone, otherBig, otherSay, code, parcel);
    }

    /// Where it goes from where it is, in words.
    static String next(Shell shell, Next next, ParcelNames names) {
        return switch (next) {
            case Next.To(var site) -> names.site(site);
            case Next.FetchedHere _ -> shell.t("parcel.next.fetched");
            case Next.ByRound _ -> shell.t("parcel.next.round");
            case Next.OpenedHere _ -> shell.t("parcel.next.opened");
            case Next.Outside _ -> shell.t("parcel.next.outside");
            case Next.Nowhere _ -> shell.t("parcel.next.nowhere");
        };
    }
}
