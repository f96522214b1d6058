package org.farmgate.platform.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.farmgate.platform.database.Commands.Outcome;
import org.farmgate.platform.start.CannotStart;

/// As whom the PostgreSQL programs run. They refuse to run as root, and Farmgate may well be started as root in a
/// container or on a small server; then they run in a user namespace of their own, which needs no second account
/// and works below a private home folder, or, where such namespaces are forbidden, as the account `postgres` or
/// `nobody`.
///
/// @param prefix the words to put before each command
/// @param account the owner the files must have, empty if that is the present user
record PostgresUser(List<String> prefix, String account) {
    PostgresUser {
        prefix = List.copyOf(prefix);
    }

    static PostgresUser choose() {
        if (!"0".equals(Commands.run(List.of("id", "-u"), 10).output())) {
            return new PostgresUser(List.of(), "");
        }
        if (Commands.run(List.of("unshare", "-U", "true"), 10).succeeded()) {
            return new PostgresUser(List.of("unshare", "-U"), "");
        }
        for (String account : List.of("postgres", "nobody")) {
            List<String> prefix = asAccount(account);
            if (!prefix.isEmpty()) {
                return new PostgresUser(prefix, account);
            }
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and this system allows neither user namespaces nor setpriv.",
                "Start Farmgate as an ordinary user, or set FARMGATE_DATABASE_URL to a PostgreSQL server.");
    }

    /// The words that make a command run as the account; none if this system has no such account or no setpriv.
    static List<String> asAccount(String account) {
        Outcome user = Commands.run(List.of("id", "-u", account), 10);
        Outcome group = Commands.run(List.of("id", "-g", account), 10);
        List<String> prefix = List.of(
                "setpriv", "--reuid", user.output(), "--regid", group.output(), "--clear-groups", "--no-new-privs");
        boolean works = user.succeeded()
                && Commands.run(join(prefix, List.of("true")), 10).succeeded();
        return works ? prefix : List.of();
    }

    /// Gives the account what it must own, and tells in a sentence if it cannot get there at all.
    void takeOwnership(Path home) {
        if (account.isEmpty()) {
            return;
        }
        Outcome given = Commands.run(List.of("chown", "-R", account + ":", home.toString()), 120);
        if (!given.succeeded()
                || !Commands.run(command(List.of("test", "-w", home.toString())), 10)
                        .succeeded()) {
            throw new CannotStart(
                    "PostgreSQL has to run as the account %s, which cannot enter %s.".formatted(account, home),
                    "Choose a data folder outside private home folders with --data or FARMGATE_DATA.");
        }
    }

    List<String> command(List<String> words) {
        return join(prefix, words);
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
