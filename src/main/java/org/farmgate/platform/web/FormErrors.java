package org.farmgate.platform.web;

import java.util.List;
import java.util.Map;
import org.farmgate.platform.FieldError;
import org.farmgate.platform.InputBroken;
import org.farmgate.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form that is shown again, with what was typed kept. Sentences are already in the reader's
/// language.
///
/// @param typed the texts as they were sent, by field
/// @param sentences in the order found; a sentence without a field stands for the whole form
public record FormErrors(Map<String, String> typed, List<Sentence> sentences) {
    public record Sentence(String field, String text) {}

    public static FormErrors none() {
        return new FormErrors(Map.of(), List.of());
    }

    /// An empty form that starts with these values.
    public static FormErrors startingWith(Map<String, String> values) {
        return new FormErrors(values, List.of());
    }

    public static FormErrors of(InputBroken broken, Map<String, String> typed, Shell shell) {
        return new FormErrors(
                typed,
                broken.errors().stream().map(error -> sentence(error, shell)).toList());
    }

    public static FormErrors of(RuleBroken broken, Map<String, String> typed, Shell shell) {
        return new FormErrors(typed, List.of(new Sentence("", shell.refusal(broken))));
    }

    private static Sentence sentence(FieldError error, Shell shell) {
        return new Sentence(error.field(), shell.error(error));
    }

    public boolean any() {
        return !sentences.isEmpty();
    }

    /// What to show in the field: what was typed, else the given value.
    public String value(String field, @Nullable String otherwise) {
        return typed.getOrDefault(field, otherwise == null ? "" : otherwise);
    }

    public String value(String field) {
        return value(field, "");
    }

    /// The sentence at that field, empty where it is right.
    public String at(String field) {
        return sentences.stream()
                .filter(sentence -> sentence.field().equals(field))
                .map(Sentence::text)
                .findFirst()
                .orElse("");
    }
}
