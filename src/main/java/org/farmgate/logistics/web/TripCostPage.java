package org.farmgate.logistics.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.logistics.TruckKind;
import org.farmgate.measure.Money;
import org.farmgate.measure.Price;
import org.farmgate.place.Distance;
import org.farmgate.place.Region;
import org.farmgate.platform.web.FormErrors;

/// @param kinds of truck to choose from, by id
public record TripCostPage(FormErrors errors, Map<String, String> kinds, Optional<Answer> answer) {
    static final List<Integer> FILLINGS = List.of(50, 80, 100);

    public record Answer(Region from, Region to, TruckKind kind, Distance distance) {
        public Money cost() {
            return kind.cost(distance);
        }

        public int days() {
            return kind.transitDays(distance);
        }

        /// Per tonne when half full, four fifths full, full.
        public List<Filling> fillings() {
            return FILLINGS.stream()
                    .map(percent -> new Filling(percent, kind.costPerTonne(distance, percent)))
                    .toList();
        }
    }

    public record Filling(int percent, Price perTonne) {
        public Money moneyPerTonne() {
            return new Money(perTonne.fenPerTonne());
        }
    }
}
