package org.farmgate.live.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.live.outside.OutsideChannel;
import org.farmgate.live.outside.OutsideCode;
import org.farmgate.live.outside.OutsideEntry;
import org.farmgate.live.outside.OutsideState;
import org.farmgate.measure.Money;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingId;

/// One channel: its codes, how that platform sends its orders, and what came.
///
/// @param secret shown this once, just after it was made
/// @param choices the listings a code may stand for, by id
/// @param listings those that codes and orders name
/// @param chosen the state whose orders are shown; empty for all
public record OutsidePage(
        OutsideChannel channel,
        Optional<String> secret,
        List<OutsideCode> codes,
        Map<String, String> choices,
        Map<ListingId, Listing> listings,
        Map<OutsideState, Long> counts,
        Optional<OutsideState> chosen,
        Slice<OutsideEntry> orders,
        FormErrors errors) {
    /// One's channels, and what is needed to make another.
    public record All(List<OutsideChannel> channels, String id, FormErrors errors) {}

    public String title(ListingId id) {
        Listing listing = listings.get(id);
        return listing == null ? "–" : listing.title();
    }

    public String address(String what) {
        return "/api/v1/outside/" + channel.id() + "/" + what;
    }

    public long count(OutsideState state) {
        return counts.getOrDefault(state, 0L);
    }

    public static String tone(OutsideState state) {
        return switch (state) {
            case RECEIVED -> "warn";
            case TAKEN -> "good";
            case REFUSED -> "bad";
            case CANCELLED -> "";
        };
    }

    public static String tone(OutsideChannel.State state) {
        return switch (state) {
            case OPEN -> "good";
            case CLOSED -> "";
        };
    }

    /// The buyer paid more there than our price, or less; empty where it is the same, or was not taken.
    public static String difference(Shell shell, OutsideEntry entry) {
        long fen = entry.fenAbove().orElse(0L);
        if (fen == 0) return "";
        return shell.t(fen > 0 ? "outside.paid.more" : "outside.paid.less", new Money(Math.abs(fen)));
    }

    /// What a developer may try, with a code of this channel.
    public String example() {
        String code = codes.isEmpty() ? "MELON-5" : codes.getFirst().code().replaceAll("[\"\\\\']", "");
        return """
                secret='…'
                body='{"orders":[{"number":"A-1001","name":"Gao Yu","telephone":"13800000001",
                  "address":"12 Garden Street","region":"330106",
                  "lines":[{"code":"%s","quantity":2,"paidFen":11800}]}]}'
                time=$(date +%%s)
                hash=$(printf '%%s.%%s' "$time" "$body" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
                curl "$FARMGATE%s" \\
                  -H 'Content-Type: application/json' \\
                  -H "X-Farmgate-Timestamp: $time" \\
                  -H "X-Farmgate-Signature: v1=$hash" \\
                  --data-binary "$body\"""".formatted(code, address("orders"));
    }
}
