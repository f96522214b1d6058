package org.farmgate.live.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.farmgate.live.chat.ChatId;

/// The chat as one kind of watcher sees it: the last lines, and the last changes by number. It never changes; saying
/// something makes another one.
///
/// @param lines the last lines that stand, in order
/// @param changes what happened last, numbered up to `end`
record Talk(List<Line> lines, List<Frame> changes, long end) {
    static final int LINES = 50;
    private static final int CHANGES = 100;
    static final Talk EMPTY = new Talk(List.of(), List.of(), 0);

    record Line(ChatId id, Frame frame) {}

    static Talk of(List<Line> lines) {
        return new Talk(last(lines, LINES), List.of(), 0);
    }

    Talk with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new Talk(last(more, LINES), and(line.frame()), end + 1);
    }

    /// A line is gone.
    Talk without(ChatId id, Frame gone) {
        return new Talk(lines.stream().filter(line -> !line.id().equals(id)).toList(), and(gone), end + 1);
    }

    /// Something about a line is different.
    Talk noting(Frame change) {
        return new Talk(lines, and(change), end + 1);
    }

    private List<Frame> and(Frame change) {
        List<Frame> more = new ArrayList<>(changes);
        more.add(change);
        return last(more, CHANGES);
    }

    private static <T> List<T> last(List<T> all, int most) {
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /// What happened after that number; whoever missed more than is kept has the rest alone.
    List<Frame> after(long seen) {
        int missed = (int) Math.min(changes.size(), end - seen);
        return changes.subList(changes.size() - missed, changes.size());
    }

    /// All lines as one event, which replaces whatever was on the screen.
    String all(int tongue) {
        var joined = new StringJoiner(",", "{\"messages\":[", "]}");
        lines.forEach(line -> joined.add(line.frame().data(tongue)));
        return joined.toString();
    }
}
