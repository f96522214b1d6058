package org.farmgate.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.farmgate.measure.Mass;
import org.farmgate.measure.Price;
import org.farmgate.product.ProductId;

/// What a pay slip and a posting can be read by, beside the amount. All of it may be missing.
///
/// @param mass what was paid for: after deductions
/// @param rule by which the amount came about: the word of the message `ledger.rule.<word>`; lower case
/// @param documentKind the word of the message `ledger.document.<kind>`, such as `ticket`; lower case
/// @param deductions what was taken off the mass, each by its word `ledger.deduction.<word>`
public record Particulars(
        Optional<ProductId> product,
        Optional<Mass> mass,
        Optional<Price> price,
        String rule,
        String documentKind,
        Optional<UUID> document,
        List<Deduction> deductions) {
    private static final int LONGEST_WORD = 40;
    private static final int MOST_DEDUCTIONS = 12;

    /// A mass taken off before paying, such as moisture.
    public record Deduction(String word, Mass mass) {
        public Deduction {
            checkWord(word);
        }
    }

    public Particulars {
        deductions = List.copyOf(deductions);
        if (!rule.isEmpty()) checkWord(rule);
        if (!documentKind.isEmpty()) checkWord(documentKind);
        if (deductions.size() > MOST_DEDUCTIONS)
            throw new IllegalArgumentException("more than " + MOST_DEDUCTIONS + " deductions");
    }

    public Particulars(
            Optional<ProductId> product,
            Optional<Mass> mass,
            Optional<Price> price,
            String rule,
            String documentKind,
            Optional<UUID> document) {
        this(product, mass, price, rule, documentKind, document, List.of());
    }

    public static Particulars none() {
        return rule("");
    }

    /// Only by which rule.
    public static Particulars rule(String word) {
        return new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), word, "", Optional.empty());
    }

    /// A document and the rule by which it gave the amount.
    public static Particulars of(String rule, String documentKind, UUID document) {
        return new Particulars(
                Optional.empty(), Optional.empty(), Optional.empty(), rule, documentKind, Optional.of(document));
    }

    String deductionsText() {
        return deductions.stream()
                .map(one -> one.word() + "=" + one.mass().grams())
                .collect(Collectors.joining(";"));
    }

    /// As it is stored: `moisture=1200;dirt=300`, in grams.
    public static List<Deduction> readDeductions(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(one -> one.split("="))
                        .map(pair -> new Deduction(pair[0], new Mass(Long.parseLong(pair[1]))))
                        .toList();
    }

    private static void checkWord(String word) {
        if (word.length() > LONGEST_WORD || !word.matches("[a-z][a-z0-9.-]*"))
            throw new IllegalArgumentException("not a word of the messages: " + word);
    }
}
