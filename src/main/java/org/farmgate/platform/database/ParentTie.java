package org.farmgate.platform.database;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the server is tied to this program. A session of its own keeps a terminal's Ctrl-C from it, which must not
/// stop the database before the program has let go of it; a death signal stops it when the program is killed. A
/// system without these two commands still works: the next start then finds the orphan and stops it.
final class ParentTie {
    static final List<String> PREFIX = find();

    private ParentTie() {}

    private static List<String> find() {
        var prefix = new ArrayList<String>();
        add(prefix, List.of("setsid"));
        add(prefix, List.of("setpriv", "--pdeathsig", "INT"));
        return List.copyOf(prefix);
    }

    private static void add(List<String> prefix, List<String> words) {
        var probe = new ArrayList<>(words);
        probe.add("true");
        if (Commands.run(probe, 10).succeeded()) {
            prefix.addAll(words);
        } else {
            Logger log = LoggerFactory.getLogger(ParentTie.class);
            log.warn("This system has no usable {}: install util-linux, so that PostgreSQL ends with Farmgate.", words);
        }
    }
}
