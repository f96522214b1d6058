package org.farmgate.logistics.parcels.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.farmgate.logistics.parcels.Parcels;
import org.farmgate.logistics.parcels.Sscc;
import org.farmgate.logistics.parcels.Track;
import org.farmgate.logistics.parcels.label.TrackingLimits;
import org.farmgate.logistics.parcels.label.TrackingNumbers;
import org.farmgate.logistics.parcels.label.TrackingRule;
import org.farmgate.place.SiteId;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.OpenToAll;
import org.farmgate.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Anybody may follow a parcel whose whole number they have. Nothing of people is here to be shown.
@Controller
@OpenToAll
class TrackPages {
    private final Parcels parcels;
    private final WayAhead ways;
    private final TrackingNumbers numbers;
    private final TrackingLimits limits;
    private final ParcelNaming naming;

    TrackPages(Parcels parcels, WayAhead ways, TrackingNumbers numbers, TrackingLimits limits, ParcelNaming naming) {
        this.parcels = parcels;
        this.ways = ways;
        this.numbers = numbers;
        this.limits = limits;
        this.naming = naming;
    }

    /// `number`: typed, or what a camera read.
    @GetMapping("/track")
    String ask(
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell,
            Model model) {
        if (number.isBlank()) return asking(FormErrors.none(), model);
        try {
            return "redirect:"
                    + numbers.path(found(request, () -> numbers.read(number)).sscc());
        } catch (RuleBroken refused) {
            return refused(refused, number, shell, response, model);
        }
    }

    /// The address on the label (GS1 Digital Link). Without the letters it asks for them.
    @GetMapping("/00/{digits}")
    String show(
            @PathVariable String digits,
            @RequestParam(name = "k", defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell,
            Model model) {
        if (key.isBlank()) return asking(FormErrors.startingWith(Map.of("number", digits)), model);
        try {
            Track track = found(request, () -> Sscc.find(digits).filter(one -> numbers.opens(one, key)));
            List<SiteId> ahead =
                    track.toSite().map(goal -> ways.between(track.site(), goal)).orElse(List.of());
            Set<SiteId> named = new HashSet<>(ahead);
            track.places().forEach(place -> named.add(place.site()));
            named.add(track.site());
            model.addAttribute(
                    "page",
                    new TrackPage(
                            numbers.number(track.sscc()),
                            track,
                            WayStop.of(track, ahead),
                            naming.of(named, List.of(track.toRegion()))));
            return "logistics/parcels/track";
        } catch (RuleBroken refused) {
            return refused(refused, digits, shell, response, model);
        }
    }

    private Track found(HttpServletRequest request, Supplier<Optional<Sscc>> reading) {
        String address = request.getRemoteAddr();
        limits.ask(address);
        return reading.get().flatMap(parcels::track).orElseThrow(() -> {
            limits.wasWrong(address);
            return new RuleBroken(TrackingRule.TRACKING_NUMBER_UNKNOWN);
        });
    }

    private String refused(RuleBroken refused, String number, Shell shell, HttpServletResponse response, Model model) {
        response.setStatus(refused.rule().status());
        return asking(FormErrors.of(refused, Map.of("number", number), shell), model);
    }

    private static String asking(FormErrors errors, Model model) {
        model.addAttribute("page", new TrackPage.Asking(errors));
        return "logistics/parcels/track-ask";
    }
}
