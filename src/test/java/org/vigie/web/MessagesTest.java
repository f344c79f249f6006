package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of every module. */
class MessagesTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\{(#case [A-Z_]+|[a-z]\\w*)}");

    static Stream<Class<?>> bundles() {
        List<Class<?>> bundles = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.vigie").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(bundles).contains(LayoutMessages.class, ProblemMessages.class, IdentityMessages.class);
        return bundles.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_and_english_say_the_same_and_nothing_is_empty(Class<?> bundle) throws IOException {
        Map<String, String> french = french(bundle);
        Map<String, String> english = english(bundle);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        assertThat(french.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
        french.forEach((key, text) ->
                assertThat(expressions(english.getOrDefault(key, ""))).as(key).isEqualTo(expressions(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_is_set_as_french_is(Class<?> bundle) {
        french(bundle)
                .forEach((key, text) -> assertThat(EXPRESSION.matcher(text).replaceAll(""))
                        .as(key)
                        .doesNotContain("'", " ;", " !", " ?", " »", "« ", "...", "Oups"));
    }

    private static Map<String, String> french(Class<?> bundle) {
        Map<String, String> messages = new TreeMap<>();
        Arrays.stream(bundle.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .forEach(method -> messages.put(
                        method.getName(), method.getAnnotation(Message.class).value()));
        return messages;
    }

    private static Map<String, String> english(Class<?> bundle) throws IOException {
        String file = "/messages/" + bundle.getAnnotation(MessageBundle.class).value() + "_en.properties";
        Properties properties = new Properties();
        try (var in = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, text) -> messages.put((String) key, (String) text));
        return messages;
    }

    private static TreeSet<String> expressions(String message) {
        return new TreeSet<>(
                EXPRESSION.matcher(message).results().map(MatchResult::group).toList());
    }
}
