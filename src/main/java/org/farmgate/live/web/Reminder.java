package org.farmgate.live.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.farmgate.live.Show;

/// A show as an entry of a calendar (RFC 5545), with an alarm a quarter of an hour before.
final class Reminder {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration USUAL_LENGTH = Duration.ofHours(1);
    private static final int LONGEST_LINE = 73;

    private Reminder() {}

    static String of(Show show, String alarm, String address) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Farmgate//Live shows//EN");
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + show.id());
        line(text, "DTSTAMP:" + time(show.startsAt()));
        line(text, "DTSTART:" + time(show.startsAt()));
        line(text, "DTEND:" + time(show.startsAt().plus(USUAL_LENGTH)));
        line(text, "SUMMARY:" + escaped(show.title()));
        line(text, "DESCRIPTION:" + escaped(show.words()));
        line(text, "URL:" + address);
        line(text, "BEGIN:VALARM");
        line(text, "ACTION:DISPLAY");
        line(text, "DESCRIPTION:" + escaped(alarm));
        line(text, "TRIGGER:-PT15M");
        line(text, "END:VALARM");
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String time(Instant at) {
        return UTC.format(at);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /// A line has at most 75 octets; what is longer goes on in the next, which begins with a space. No letter is cut.
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String letter = Character.toString(line.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
        }
        text.append("\r\n");
    }
}
