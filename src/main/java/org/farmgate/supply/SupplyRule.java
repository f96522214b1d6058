package org.farmgate.supply;

import org.farmgate.platform.Rule;

/// What supply refuses.
public enum SupplyRule implements Rule {
    /// A plot has a size, in the unit of its kind.
    PLOT_WITHOUT_SIZE,
    /// Grades are ranks; each product says which it has.
    GRADE_NOT_OF_PRODUCT,
    /// A plot lies in a county, or a township or village of one: the county is the origin of all that comes
    /// from it.
    PLACE_NOT_IN_A_COUNTY,
    /// A division is named only where the plot lies in one of its regions.
    PLOT_NOT_IN_THE_DIVISION,
    /// Supply belongs to growers, cooperatives and processors; buyers and offices have none.
    NOT_A_SUPPLIER,
    /// Nothing new grows on a plot that is given up.
    PLOT_RETIRED,
    /// A plot that still has forecasts ahead is not given up; set them to nothing first.
    PLOT_HAS_FORECASTS,
    /// A grower may have five hundred plots and no more: a limit on everything.
    TOO_MANY_PLOTS,
    /// A grower's plots have different names: files name them so.
    PLOT_NAME_TAKEN,
    /// A forecast reaches from this week to two years ahead.
    FORECAST_WEEK_OUT_OF_REACH,
    /// A plot, a grade and a week have one forecast; it is revised, not doubled.
    ALREADY_FORECAST,
    /// A forecast first says something; nothing is said by saying nothing.
    NOTHING_FORECAST,
    /// Somebody else revised it meanwhile: look again before overwriting what they said.
    FORECAST_CHANGED_MEANWHILE,
    /// A revision changes the mass or the floor price.
    NOTHING_REVISED,
    /// What is harvested under a forecast comes from its plot.
    FORECAST_OF_ANOTHER_PLOT,
    /// A harvest is written down once it has happened, and not years later.
    HARVEST_DATE_OUT_OF_REACH,
    /// A grower offers no more than was harvested: traceability counts on it.
    OFFER_EXCEEDS_HARVEST,
    /// A file says once what was harvested of a plot and grade on a day; what was picked in two goes is
    /// added up.
    ALREADY_HARVESTED,
    /// What one says was harvested weighs something.
    NOTHING_HARVESTED,
    /// A withdrawal is final; the grower offers anew instead.
    HARVEST_ALREADY_WITHDRAWN,
    /// What was taken off weighs something.
    DEDUCTION_OF_NOTHING,
    /// Each reason to take something off is named once, with its whole mass.
    DEDUCTION_NAMED_TWICE,
    /// A lorry with its load is not heavier. Argument: the most.
    WEIGHED_TOO_MUCH,
    /// Tare and deductions leave something to pay for. Argument: gross.
    NOTHING_LEFT_TO_PAY,
    /// A ticket is of the last weeks, and not of tomorrow. Arguments: earliest, latest.
    WEIGHED_OUT_OF_TIME,
    /// Nobody buys from themselves.
    TICKET_WITH_ITSELF,
    /// A price of nothing is a price left empty.
    TICKET_WITHOUT_PRICE,
    /// Goods sold on the grower's behalf have the price for which they are sold later.
    ON_BEHALF_HAS_NO_PRICE,
    /// Product and county of a ticket are those of its plot or harvest.
    TICKET_DIFFERS_FROM_PLOT,
    /// Without a plot goods come from where their grower lives: origin is never a choice.
    ORIGIN_NOT_THE_GROWERS,
    /// No kilogram of a harvest is weighed twice. Arguments: delivered, left.
    TICKET_EXCEEDS_HARVEST,
    /// The harvest's own lot was put into stock without a ticket; weighing it again would double it.
    HARVEST_LIES_IN_STOCK,
    /// A ticket has one price. Argument: that price.
    TICKET_ALREADY_PRICED,
    /// It was taken back.
    TICKET_IS_CANCELLED,
    /// Goods that were moved, sold or judged cannot be unweighed.
    TICKET_GOODS_TOUCHED,
    /// A bookkeeper has put its entry right; taking it back too would take it back twice.
    TICKET_ENTRY_CORRECTED,
    /// A quote is of the last year, and not of tomorrow.
    QUOTE_DATE_OUT_OF_REACH,
    /// A price of nothing is no quote.
    QUOTE_WITHOUT_PRICE,
    /// The same source, product, grade, place and day have one price.
    ALREADY_QUOTED,
    /// The id is taken by something that says otherwise.
    SUPPLY_ID_TAKEN;

    @Override
    public int status() {
        return switch (this) {
            case PLOT_WITHOUT_SIZE,
                    GRADE_NOT_OF_PRODUCT,
                    PLACE_NOT_IN_A_COUNTY,
                    PLOT_NOT_IN_THE_DIVISION,
                    NOT_A_SUPPLIER,
                    FORECAST_WEEK_OUT_OF_REACH,
                    NOTHING_FORECAST,
                    NOTHING_REVISED,
                    FORECAST_OF_ANOTHER_PLOT,
                    HARVEST_DATE_OUT_OF_REACH,
                    OFFER_EXCEEDS_HARVEST,
                    NOTHING_HARVESTED,
                    QUOTE_DATE_OUT_OF_REACH,
                    QUOTE_WITHOUT_PRICE,
                    DEDUCTION_OF_NOTHING,
                    DEDUCTION_NAMED_TWICE,
                    WEIGHED_TOO_MUCH,
                    NOTHING_LEFT_TO_PAY,
                    WEIGHED_OUT_OF_TIME,
                    TICKET_WITH_ITSELF,
                    TICKET_WITHOUT_PRICE,
                    ON_BEHALF_HAS_NO_PRICE,
                    TICKET_DIFFERS_FROM_PLOT,
                    ORIGIN_NOT_THE_GROWERS -> 422;
            case PLOT_RETIRED,
                    PLOT_NAME_TAKEN,
                    PLOT_HAS_FORECASTS,
                    TOO_MANY_PLOTS,
                    ALREADY_FORECAST,
                    FORECAST_CHANGED_MEANWHILE,
                    HARVEST_ALREADY_WITHDRAWN,
                    ALREADY_QUOTED,
                    ALREADY_HARVESTED,
                    TICKET_EXCEEDS_HARVEST,
                    HARVEST_LIES_IN_STOCK,
                    TICKET_ALREADY_PRICED,
                    TICKET_IS_CANCELLED,
                    TICKET_GOODS_TOUCHED,
                    TICKET_ENTRY_CORRECTED,
                    SUPPLY_ID_TAKEN -> 409;
        };
    }
}
