package org.farmgate.supply.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Money;
import org.farmgate.party.Party;
import org.farmgate.platform.Slice;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Shell;
import org.farmgate.supply.Ticket;
import org.farmgate.supply.TicketState;
import org.farmgate.supply.Title;

/// One ticket.
///
/// @param siteName where the goods were put
public record TicketPage(Ticket ticket, NameBook names, String siteName, boolean decides, FormErrors errors) {
    public static String kind(Ticket ticket) {
        if (!ticket.stands()) return "bad";
        return ticket.awaitsPrice() ? "warn" : "good";
    }

    /// What became of it, in a word.
    public static String state(Shell shell, Ticket ticket) {
        if (!ticket.stands()) return shell.t("supply.ticket.cancelled");
        if (ticket.awaitsPrice()) return shell.t("supply.ticket.to-price");
        return shell.label("supply.title", ticket.title());
    }

    public String why() {
        return switch (ticket.state()) {
            case TicketState.Standing _ -> "";
            case TicketState.Cancelled cancelled -> cancelled.reason();
        };
    }

    public boolean mayPrice() {
        return decides && ticket.awaitsPrice();
    }

    public boolean mayCancel() {
        return decides && ticket.stands();
    }

    /// The list.
    public record Listing(
            Slice<Ticket> tickets, NameBook names, String search, String show, boolean mayWeigh, boolean ofOthers) {}

    /// Whom to weigh for, then what.
    ///
    /// @param growers to choose from, until one is chosen
    /// @param sources of the chosen one's goods, by the word the form takes
    public record Start(Optional<Party> grower, Slice<Party> growers, List<Source> sources, String search) {}

    /// Where goods come from.
    ///
    /// @param word `harvest:<id>`, `plot:<id>` or `product:<id>`
    /// @param left what of a harvest no ticket has taken over
    public record Source(
            String word, String product, String plot, Optional<LocalDate> harvestedOn, Optional<Mass> left) {}

    /// The weighing form.
    public record Form(
            Party grower,
            Source source,
            Map<String, String> grades,
            Map<String, String> sites,
            Reckoned reckoned,
            FormErrors errors) {
        public static Map<String, String> titles(Shell shell) {
            Map<String, String> titles = new java.util.LinkedHashMap<>();
            for (Title title : Title.values()) titles.put(title.name(), shell.label("supply.title", title));
            return titles;
        }
    }

    /// What the figures typed so far come to; empty while they say nothing.
    ///
    /// @param wrong why they come to nothing
    public record Reckoned(Optional<Mass> net, Optional<Money> worth, Optional<String> wrong) {
        static Reckoned nothing() {
            return new Reckoned(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
