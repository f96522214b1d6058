package org.farmgate.live.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.farmgate.live.outside.OutsideAnswer;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Shell;
import org.farmgate.shop.OrderId;
import org.farmgate.shop.ShopRule;
import org.jspecify.annotations.Nullable;

/// What became of one order.
///
/// @param number theirs
/// @param state `taken`, `refused` or `cancelled`
/// @param orders ours, where it was taken: one for each county the goods come from
record OutsideView(
        String number,
        String state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ours> orders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Refusal refusal) {
    /// @param number as people name it
    record Ours(String id, String number) {
        static Ours of(OrderId id) {
            return new Ours(id.toString(), id.number());
        }
    }

    /// @param code stable, such as `sold-out`
    /// @param status as HTTP would tell it, were it the only order
    /// @param detail in the asker's language
    /// @param left how many packs are left, where that is why
    record Refusal(
            String code,
            int status,
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long left) {
        static Refusal of(RuleBroken why, Shell shell) {
            return new Refusal(why.rule().code(), why.rule().status(), shell.refusal(why), leftOf(why));
        }

        private static @Nullable Long leftOf(RuleBroken why) {
            if (why.rule() == ShopRule.SOLD_OUT) return 0L;
            return why.rule() == ShopRule.NOT_ENOUGH_LEFT
                    ? Long.valueOf(((Number) why.arguments().getFirst()).longValue())
                    : null;
        }
    }

    static OutsideView of(OutsideAnswer answer, Shell shell) {
        return switch (answer) {
            case OutsideAnswer.Taken taken ->
                new OutsideView(
                        taken.number(),
                        "taken",
                        taken.orders().stream().map(Ours::of).toList(),
                        null);
            case OutsideAnswer.Refused no ->
                new OutsideView(no.number(), "refused", List.of(), Refusal.of(no.why(), shell));
            case OutsideAnswer.Cancelled gone -> new OutsideView(gone.number(), "cancelled", List.of(), null);
        };
    }
}
