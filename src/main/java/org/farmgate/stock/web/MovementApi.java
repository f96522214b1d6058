package org.farmgate.stock.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.place.SiteId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.stock.CountSheet;
import org.farmgate.stock.CountedLine;
import org.farmgate.stock.Counts;
import org.farmgate.stock.Lot;
import org.farmgate.stock.LotId;
import org.farmgate.stock.Lots;
import org.farmgate.stock.Move;
import org.farmgate.stock.Movement;
import org.farmgate.stock.MovementId;
import org.farmgate.stock.NewQuality;
import org.farmgate.stock.PositionKey;
import org.farmgate.stock.Positions;
import org.farmgate.stock.Qualities;
import org.farmgate.stock.QualityChangeId;
import org.farmgate.stock.QualityStatus;
import org.farmgate.stock.Receipt;
import org.farmgate.stock.SheetId;
import org.farmgate.stock.WriteOff;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What programs do with goods. Masses are grams; an `id` made by the asker makes it happen once; `at` is when it
/// happened, now where it is missing. Each answers the position as it is then.
@RestController
@RequestMapping("/api/v1/stock")
@Needs(Right.KEEP_STOCK)
class MovementApi {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private final Positions positions;
    private final Qualities qualities;
    private final Counts counts;
    private final Lots lots;
    private final Clock clock;

    MovementApi(Positions positions, Qualities qualities, Counts counts, Lots lots, Clock clock) {
        this.positions = positions;
        this.qualities = qualities;
        this.counts = counts;
        this.lots = lots;
        this.clock = clock;
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    StockJson.OfPosition receive(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        MovementId id = fields.id("id", MovementId::new);
        LotId lot = fields.id("lot", LotId::new);
        SiteId site = fields.id("site", SiteId::new);
        Long grams = grams(fields, "grams");
        Instant at = at(fields);
        fields.check();
        positions.receive(actor, new Receipt(id, lot, site, new Mass(grams), at, "receipt", id.value()));
        return answer(actor, lot, site);
    }

    /// Answers the position that the goods left.
    @PostMapping("/moves")
    @ResponseStatus(HttpStatus.CREATED)
    StockJson.OfPosition move(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        MovementId id = fields.id("id", MovementId::new);
        LotId lot = fields.id("lot", LotId::new);
        SiteId from = fields.id("from", SiteId::new);
        SiteId to = fields.id("to", SiteId::new);
        Long grams = grams(fields, "grams");
        Instant at = at(fields);
        fields.check();
        positions.move(actor, new Move(id, lot, from, to, new Mass(grams), at));
        return answer(actor, lot, from);
    }

    @PostMapping("/write-offs")
    @ResponseStatus(HttpStatus.CREATED)
    StockJson.OfPosition writeOff(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        MovementId id = fields.id("id", MovementId::new);
        LotId lot = fields.id("lot", LotId::new);
        SiteId site = fields.id("site", SiteId::new);
        Long grams = grams(fields, "grams");
        String reason = fields.text("reason", Movement.LONGEST_REASON);
        Instant at = at(fields);
        fields.check();
        positions.writeOff(actor, new WriteOff(id, lot, site, new Mass(grams), reason, at));
        return answer(actor, lot, site);
    }

    /// Without `site`: the lot at all places. Answers the lot.
    @PostMapping("/quality-changes")
    @ResponseStatus(HttpStatus.CREATED)
    StockJson.OfLot judge(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        QualityChangeId id = fields.id("id", QualityChangeId::new);
        LotId lot = fields.id("lot", LotId::new);
        Optional<SiteId> site = fields.optional("site", f -> f.id("site", SiteId::new));
        QualityStatus status = fields.choice("status", QualityStatus.class);
        String reason = fields.text("reason", Movement.LONGEST_REASON);
        fields.check();
        qualities.judge(actor, new NewQuality(id, lot, site, status, reason));
        Lot judged = positions.seeLot(actor, lot);
        return StockJson.OfLot.of(judged, qualities.ofLot(lot), positions.ofLot(actor, lot));
    }

    /// `lines`: each `lot`, `moves` as the position gave it, `countedGrams`, and `reason` of a difference.
    @PostMapping("/counts")
    @ResponseStatus(HttpStatus.CREATED)
    List<StockJson.OfPosition> count(Actor actor, @RequestBody Map<String, Object> body) {
        Fields fields = fields(body);
        SheetId id = fields.id("id", SheetId::new);
        SiteId site = fields.id("site", SiteId::new);
        fields.check();
        if (!(body.get("lines") instanceof List<?> rows)) throw new InputBroken("lines", "missing");
        List<CountedLine> lines = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> line)) throw new InputBroken("lines", "missing");
            lines.add(line(fields(line)));
        }
        counts.enter(actor, new CountSheet(id, site, lines));
        return lines.stream().map(line -> answer(actor, line.lot(), site)).toList();
    }

    private static CountedLine line(Fields fields) {
        LotId lot = fields.id("lot", LotId::new);
        Long moves = fields.number("moves", 0, Integer.MAX_VALUE);
        Long counted = fields.number("countedGrams", 0, Mass.GREATEST_GRAMS);
        String reason = fields.optionalText("reason", Movement.LONGEST_REASON).orElse("");
        fields.check();
        return new CountedLine(lot, Math.toIntExact(moves), new Mass(counted), reason);
    }

    private StockJson.OfPosition answer(Actor actor, LotId lot, SiteId site) {
        return StockJson.OfPosition.of(
                positions.see(actor, new PositionKey(lots.get(lot).origin(), lot, site)));
    }

    private static Long grams(Fields fields, String field) {
        return fields.number(field, 1, Mass.GREATEST_GRAMS);
    }

    private Instant at(Fields fields) {
        return fields.optional(
                        "at",
                        f -> f.read("at", text -> {
                            try {
                                Instant at = Instant.parse(text);
                                if (at.isBefore(FIRST)) throw new InputBroken("at", "no-such-date", text);
                                return at;
                            } catch (DateTimeParseException _) {
                                throw new InputBroken("at", "no-such-date", text);
                            }
                        }))
                .orElseGet(clock::instant);
    }

    /// A missing id is made here.
    private static Fields fields(Map<?, ?> body) {
        Map<String, String> texts = new HashMap<>();
        body.forEach((name, value) -> {
            if (value != null) texts.put(String.valueOf(name), value.toString());
        });
        texts.putIfAbsent("id", Id.next().toString());
        return new Fields(texts);
    }
}
