package org.farmgate.logistics.rounds.web;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.logistics.rounds.DriverScan;
import org.farmgate.logistics.rounds.DriverScan.DriverScanId;
import org.farmgate.logistics.rounds.DriverScan.PictureId;
import org.farmgate.logistics.rounds.Driving;
import org.farmgate.logistics.rounds.RoundId;
import org.farmgate.logistics.rounds.RoundRule;
import org.farmgate.logistics.rounds.ScanResult;
import org.farmgate.logistics.rounds.Stop.StopId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.Right;
import org.farmgate.platform.RuleBroken;
import org.farmgate.platform.web.Bodies;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a driver's phone asks and sends: their rounds, and what was written down perhaps without a network. Ids are
/// made by the phone, so sending again is always safe.
@RestController
@RequestMapping("/api/v1/rounds")
@Needs(Right.DRIVE)
class DriveApi {
    private final Driving driving;
    private final DriveViews views;
    private final Clock clock;

    DriveApi(Driving driving, DriveViews views, Clock clock) {
        this.driving = driving;
        this.views = views;
        this.clock = clock;
    }

    /// Those that one is to drive, is driving, or drove in the last days.
    @GetMapping("/mine")
    DriveViews.Mine mine(Actor actor, Shell shell) {
        return views.mine(actor, driving.mine(actor), clock.instant(), shell);
    }

    record Scans(@Nullable List<ScanBody> scans) {}

    record ScanBody(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String at,
            @Nullable String stop,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String name,
            @Nullable String proof,
            @Nullable String picture) {}

    /// @param outcome `counts` or `refused`
    /// @param code of the rule that refused it
    /// @param detail the same as a sentence in the reader's language
    record Answer(
            String id,
            String outcome,
            @Nullable String code,
            @Nullable String detail) {}

    record Answers(List<Answer> scans) {}

    /// At most 100 scans: `id`, `kind` (`START`, `ARRIVE`, `LOAD`, `COLLECT`, `DELIVER`, `FAIL`, `FINISH`), `at`, and
    /// as the kind needs `stop`, `code`, `reason`, `name`, `proof`, `picture`. Each is answered by itself.
    @PostMapping("/{id}/scans")
    Answers record(Actor actor, @PathVariable RoundId id, @RequestBody Scans body, Shell shell) {
        List<ScanBody> sent = body.scans() == null ? List.of() : body.scans();
        if (sent.size() > Driving.MOST_SCANS) throw new RuleBroken(RoundRule.TOO_MANY_SCANS, Driving.MOST_SCANS);
        List<DriverScan> sound = new ArrayList<>();
        Map<Integer, Answer> wrong = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            try {
                sound.add(scan(sent.get(i)));
            } catch (InputBroken broken) {
                wrong.put(i, wrong(sent.get(i), broken, shell));
            }
        }
        var results = driving.record(actor, id, sound).iterator();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Answer bad = wrong.get(i);
            answers.add(bad == null ? answer(results.next(), shell) : bad);
        }
        return new Answers(answers);
    }

    private static DriverScan scan(@Nullable ScanBody body) {
        if (body == null) throw new InputBroken("scans", "missing");
        Fields fields = Bodies.fields(body);
        DriverScanId id = fields.id("id", DriverScanId::new);
        DriverScan.Kind kind = fields.choice("kind", DriverScan.Kind.class);
        Instant at = fields.read("at", DriveApi::instant);
        Optional<StopId> stop = fields.optional("stop", f -> f.id("stop", StopId::new));
        Optional<PictureId> picture = fields.optional("picture", f -> f.id("picture", PictureId::new));
        fields.check();
        return new DriverScan(
                id,
                kind,
                at,
                stop,
                fields.raw("code"),
                fields.raw("reason"),
                fields.raw("name"),
                fields.raw("proof"),
                picture);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw new InputBroken("at", "no-such-date", text);
        }
    }

    private static Answer wrong(@Nullable ScanBody body, InputBroken broken, Shell shell) {
        String sentence = broken.errors().stream()
                .map(error -> error.field() + ": " + shell.error(error))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        String id = body == null || body.id() == null ? "" : body.id();
        return new Answer(id, "refused", "input", sentence);
    }

    private static Answer answer(ScanResult result, Shell shell) {
        String id = result.id().toString();
        return result.refusal()
                .map(refusal -> new Answer(
                        id,
                        "refused",
                        refusal.rule().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        shell.t("rule." + refusal.rule(), refusal.arguments().toArray())))
                .orElseGet(() -> new Answer(id, "counts", null, null));
    }

    /// A picture's bytes, as JPEG, PNG or WebP, at most 4 MB. It is sent before the scan that names it.
    @PutMapping("/{id}/pictures/{picture}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void picture(Actor actor, @PathVariable RoundId id, @PathVariable UUID picture, InputStream content) {
        driving.picture(actor, id, new PictureId(picture), content);
    }
}
