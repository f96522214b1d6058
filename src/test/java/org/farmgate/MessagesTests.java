package org.farmgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Three languages in earnest: no key missing or left over, no English left standing, each language in its own
/// script, and every key that code or a template names exists.
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("zh", "ug");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");

    /// Symbols, patterns and proper names that are the same in every language; reviewed, and to be kept short.
    private static final Path EXCEPTIONS = Path.of("src/test/resources/messages-alike.txt");

    @Test
    void everyKeyStandsInEveryLanguage() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String module : modules())
            for (String language : LANGUAGES) {
                Set<String> english = load(module, "").keySet();
                Set<String> other = load(module, "_" + language).keySet();
                missing(english, other).forEach(key -> faults.add(module + "_" + language + " lacks " + key));
                missing(other, english)
                        .forEach(key -> faults.add(module + " lacks " + key + ", which " + language + " has"));
            }
        assertThat(faults).isEmpty();
    }

    @Test
    void noValueIsLeftInEnglish() throws IOException {
        Set<String> exceptions = new TreeSet<>(Files.readAllLines(EXCEPTIONS));
        List<String> faults = new ArrayList<>();
        for (String module : modules())
            for (String language : LANGUAGES) {
                TreeMap<String, String> other = load(module, "_" + language);
                load(module, "").forEach((key, english) -> {
                    if (english.equals(other.get(key)) && !exceptions.contains(key))
                        faults.add(key + " in " + language);
                });
            }
        assertThat(faults).isEmpty();
        assertThat(exceptions).as("a list that grows hides what it should show").hasSizeLessThan(40);
    }

    @Test
    void eachLanguageIsWrittenInItsOwnScript() throws IOException {
        Set<String> exceptions = new TreeSet<>(Files.readAllLines(EXCEPTIONS));
        List<String> faults = new ArrayList<>();
        for (String module : modules()) {
            load(module, "_zh").forEach((key, value) -> {
                if (hasLetters(value) && !HAN.matcher(value).find() && !exceptions.contains(key))
                    faults.add("zh " + key + "=" + value);
            });
            load(module, "_ug").forEach((key, value) -> {
                String words = PLACE.matcher(value).replaceAll("");
                if (HAN.matcher(words).find() && !exceptions.contains(key))
                    faults.add("ug holds Han: " + key + "=" + value);
                if (hasLetters(value) && !ARABIC.matcher(value).find() && !exceptions.contains(key))
                    faults.add("ug " + key + "=" + value);
                long latin = LATIN_WORD.matcher(words).results().count();
                long all = words.split("\\s+").length;
                if (latin * 2 > all && !exceptions.contains(key)) faults.add("ug mostly Latin: " + key + "=" + value);
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyMessageIsAPatternWithTheSamePlaces() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String module : modules()) {
            TreeMap<String, String> english = load(module, "");
            english.forEach((key, value) -> new MessageFormat(value, Locale.ENGLISH));
            for (String language : LANGUAGES)
                load(module, "_" + language).forEach((key, value) -> {
                    var pattern = new MessageFormat(value, Locale.ROOT);
                    var base = new MessageFormat(english.getOrDefault(key, value), Locale.ROOT);
                    if (pattern.getFormatsByArgumentIndex().length != base.getFormatsByArgumentIndex().length)
                        faults.add(key + " in " + language + " has other places than in English");
                });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noKeyStandsInTwoFiles() throws IOException {
        var owners = new TreeMap<String, String>();
        List<String> faults = new ArrayList<>();
        for (String module : modules())
            for (String key : load(module, "").keySet()) {
                String earlier = owners.put(key, module);
                if (earlier != null) faults.add(key + " in " + earlier + " and " + module);
            }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyKeyThatTemplatesNameExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : modules()) known.addAll(load(module, "").keySet());
        Pattern use = Pattern.compile("shell\\.t\\(\\s*\"([^\"]+)\"\\s*[,)]");
        List<String> faults = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList())
                use.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !known.contains(key))
                        .forEach(key -> faults.add(template + ": " + key));
        }
        assertThat(faults).isEmpty();
    }

    private static boolean hasLetters(String value) {
        return LETTERS.matcher(PLACE.matcher(value).replaceAll("")).find();
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, String> load(String module, String suffix) throws IOException {
        var properties = new Properties();
        Path file = MESSAGES.resolve(module + suffix + ".properties");
        assertThat(file).exists();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var sorted = new TreeMap<String, String>();
        properties.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }
}
