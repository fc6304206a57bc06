package io.gradsheet.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.RichText;
import io.gradsheet.template.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the workbooks: every one is there in every language, and says the same with the same blanks. */
class BundleTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern BLANK = Pattern.compile("%(?:(\\d+)\\$)?[,.\\d]*([a-zA-Z%])");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** The bundles that there are, each by its path without language and ending. */
    static List<String> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".properties") && name.matches(".*_[a-z]{2}\\.properties"))
                    .map(name -> name.replaceFirst("_[a-z]{2}\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    static Stream<List<String>> bundlesByLanguage() throws IOException {
        return bundles().stream()
                .flatMap(bundle -> Language.all().stream().map(language -> List.of(bundle, language.code())));
    }

    private static Properties read(String bundle, String language) throws IOException {
        var texts = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of(bundle + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void everyLessonHasABundle() throws IOException {
        assertThat(bundles())
                .anyMatch(bundle -> bundle.endsWith("Backpropagation"))
                .anyMatch(bundle -> bundle.endsWith("Shared"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInEveryLanguage(String bundle) throws IOException {
        var english = read(bundle, "en").stringPropertyNames();
        for (var language : Language.all()) {
            assertThat(read(bundle, language.code()).stringPropertyNames())
                    .as("%s in %s", bundle, language)
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextHasTheSameBlanksInEveryLanguage(String bundle) throws IOException {
        var english = read(bundle, "en");
        for (var language : Language.all()) {
            var texts = read(bundle, language.code());
            for (var key : texts.stringPropertyNames()) {
                assertThat(blanks(texts.getProperty(key)))
                        .as("%s in %s: %s", bundle, language, key)
                        .isEqualTo(blanks(english.getProperty(key)));
            }
        }
    }

    /** Which argument is shown how, whatever the order: {@code 1d}. */
    private static Set<String> blanks(String text) {
        var blanks = new TreeSet<String>();
        var next = 1;
        for (var blank : BLANK.matcher(text).results().toList()) {
            if (!blank.group(2).equals("%")) {
                blanks.add(argument(blank, next) + blank.group(2));
                next++;
            }
        }
        return blanks;
    }

    private static String argument(MatchResult blank, int next) {
        return blank.group(1) == null ? Integer.toString(next) : blank.group(1);
    }

    @ParameterizedTest
    @MethodSource("bundlesByLanguage")
    void noTextIsEmptyAndAllMarkupIsUnderstood(List<String> bundle) throws IOException {
        var texts = read(bundle.get(0), bundle.get(1));
        for (var key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            assertThat(RichText.of(text).text())
                    .as("%s: markup that opens nothing is left over", key)
                    .doesNotContain("**", "^{", "_{", "{", "}", "\uFFFD");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsInItsLanguage(String bundle) throws IOException {
        var english = read(bundle, "en");
        var chinese = read(bundle, "zh");
        for (var key : english.stringPropertyNames()) {
            assertThat(CHINESE.matcher(english.getProperty(key)).find())
                    .as("%s in English", key)
                    .isFalse();
            // What is no more than symbols is the same in all.
            if (EnglishText.isIn(english.getProperty(key))) {
                assertThat(CHINESE.matcher(chinese.getProperty(key)).find())
                        .as("%s in Chinese: %s", key, chinese.getProperty(key))
                        .isTrue();
            }
            assertThat(EnglishText.isIn(chinese.getProperty(key)))
                    .as("%s in Chinese: %s", key, chinese.getProperty(key))
                    .isFalse();
        }
    }
}
