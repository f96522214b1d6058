package org.farmgate.logistics.parcels.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.farmgate.logistics.ConsignmentId;
import org.farmgate.logistics.parcels.Container;
import org.farmgate.logistics.parcels.ContainerId;
import org.farmgate.logistics.parcels.ContainerKind;
import org.farmgate.logistics.parcels.ContainerStage;
import org.farmgate.logistics.parcels.Next;
import org.farmgate.logistics.parcels.Parcel;
import org.farmgate.logistics.parcels.ParcelId;
import org.farmgate.logistics.parcels.ParcelSource;
import org.farmgate.logistics.parcels.ParcelStage;
import org.farmgate.logistics.parcels.ParcelStep;
import org.farmgate.logistics.parcels.ScanAnswer;
import org.farmgate.logistics.parcels.ScanId;
import org.farmgate.logistics.parcels.ScanKind;
import org.farmgate.logistics.parcels.ScanOutcome;
import org.farmgate.place.RegionId;
import org.farmgate.place.SiteId;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/// A parcel as programs see it. Masses are grams, sizes litres, money fen.
record ParcelView(
        ParcelId id,
        RegionId origin,
        String sscc,
        String source,
        @Nullable ConsignmentId consignment,
        @Nullable String carrier,
        @Nullable String waybill,
        SiteId takenInAt,
        Instant takenIn,
        RegionId toRegion,
        @Nullable SiteId toSite,
        boolean toDoor,
        long massGrams,
        int litres,
        long priceFen,
        ParcelStage stage,
        SiteId site,
        Instant at,
        @Nullable ContainerId container,
        boolean returning,
        @Nullable Instant keepUntil) {
    static ParcelView of(Parcel one) {
        ParcelSource.@Nullable Inbound inbound = one.source() instanceof ParcelSource.Inbound from ? from : null;
        return new ParcelView(
                one.id(),
                one.key().origin(),
                one.sscc().digits(),
                switch (one.source()) {
                    case ParcelSource.Order _ -> "order";
                    case ParcelSource.Villager _ -> "villager";
                    case ParcelSource.Inbound _ -> "inbound";
                },
                one.source() instanceof ParcelSource.Order order ? order.consignment() : null,
                inbound == null ? null : inbound.carrier(),
                inbound == null ? null : inbound.waybill(),
                one.takenInAt(),
                one.takenIn(),
                one.toRegion(),
                one.toSite().orElse(null),
                one.toDoor(),
                one.mass().grams(),
                one.litres(),
                one.price().fen(),
                one.stage(),
                one.state().site(),
                one.state().at(),
                one.state().container().orElse(null),
                one.state().returning(),
                one.state().keepUntil().orElse(null));
    }

    /// @param what `site`, `fetched-here`, `by-round`, `opened-here`, `outside` or `nowhere`
    record Onward(String what, @Nullable SiteId site) {
        static Onward of(Next next) {
            return switch (next) {
                case Next.To(SiteId site) -> new Onward("site", site);
                case Next.FetchedHere _ -> new Onward("fetched-here", null);
                case Next.ByRound _ -> new Onward("by-round", null);
                case Next.OpenedHere _ -> new Onward("opened-here", null);
                case Next.Outside _ -> new Onward("outside", null);
                case Next.Nowhere _ -> new Onward("nowhere", null);
            };
        }
    }

    /// @param scan empty where none could be read
    /// @param reason the code of the rule that refused it, or of the first input error
    /// @param arguments of that rule's sentence; of an input error the field, then its own
    record Answer(
            @Nullable ScanId scan,
            ScanOutcome outcome,
            @Nullable ParcelId parcel,
            @Nullable ContainerId container,
            int parcels,
            Onward next,
            @Nullable String reason,
            List<String> arguments) {
        /// What could not be read as a scan, and was not kept.
        static Answer unread(@Nullable ScanId scan, InputBroken broken) {
            FieldError first = broken.errors().getFirst();
            return new Answer(
                    scan,
                    ScanOutcome.REFUSED,
                    null,
                    null,
                    0,
                    Onward.of(new Next.Nowhere()),
                    first.code(),
                    ParcelView.arguments(first));
        }

        static Answer of(ScanAnswer answer) {
            return new Answer(
                    answer.scan(),
                    answer.outcome(),
                    answer.parcel().map(key -> key.id()).orElse(null),
                    answer.container().orElse(null),
                    answer.parcels(),
                    Onward.of(answer.next()),
                    answer.why().map(why -> why.rule().code()).orElse(null),
                    answer.why().map(ParcelView::texts).orElse(List.of()));
        }
    }

    private static List<String> arguments(FieldError error) {
        return Stream.concat(Stream.of(error.field()), error.arguments().stream())
                .map(String::valueOf)
                .toList();
    }

    static List<String> texts(RuleBroken why) {
        return why.arguments().stream().map(String::valueOf).toList();
    }

    /// One line of the trail.
    record Step(
            ScanId scan,
            ScanKind kind,
            SiteId site,
            Instant at,
            Instant recordedAt,
            ScanOutcome outcome,
            @Nullable String reason,
            @Nullable ContainerId container,
            String person,
            String organisation,
            String note) {
        static Step of(ParcelStep step) {
            return new Step(
                    step.scan(),
                    step.kind(),
                    step.site(),
                    step.at(),
                    step.recordedAt(),
                    step.outcome(),
                    step.why().map(why -> why.rule().code()).orElse(null),
                    step.container().orElse(null),
                    step.personName(),
                    step.organisationName(),
                    step.note());
        }
    }

    /// A bag or cage.
    record Box(
            ContainerId id,
            String sscc,
            ContainerKind kind,
            ContainerStage stage,
            SiteId from,
            @Nullable SiteId to,
            SiteId site,
            Instant at,
            @Nullable ContainerId inside,
            @Nullable Integer chute,
            long massGrams,
            int litres,
            int parcels) {
        static Box of(Container one) {
            return new Box(
                    one.id(),
                    one.sscc().digits(),
                    one.kind(),
                    one.stage(),
                    one.from(),
                    one.to().orElse(null),
                    one.site(),
                    one.at(),
                    one.inside().orElse(null),
                    one.chute().isPresent() ? one.chute().getAsInt() : null,
                    one.mass().grams(),
                    one.litres(),
                    one.parcels());
        }
    }
}
