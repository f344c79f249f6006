package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of the house: French and English say the same things, and French is set as it should be. */
class MessageBundlesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static List<Class<?>> bundles() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.vigie").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void there_are_bundles() {
        assertThat(bundles()).contains(LayoutMessages.class);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_and_english_have_the_same_keys(Class<?> bundle) throws IOException {
        assertThat(english(bundle).stringPropertyNames())
                .isEqualTo(messages(bundle).stream().map(Method::getName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_and_english_are_filled_with_the_same(Class<?> bundle) throws IOException {
        Properties english = english(bundle);
        for (Method method : messages(bundle)) {
            assertThat(parameters(english.getProperty(method.getName())))
                    .as(method.getName())
                    .isEqualTo(parameters(french(method)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_has_its_apostrophes_and_its_spaces(Class<?> bundle) {
        for (Method method : messages(bundle)) {
            assertThat(french(method)).as(method.getName()).doesNotContain(" :", " ;", " !", " ?", "« ", " »");
            assertThat(french(method).replaceAll("\\{[^}]*}", ""))
                    .as(method.getName())
                    .doesNotContain("'")
                    .doesNotContainPattern("[\\p{L}\\p{N}»)}][;!?](\\s|$)")
                    .doesNotContainPattern("[\\p{L}»)]:(\\s|$)");
        }
    }

    private static List<Method> messages(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .toList();
    }

    private static String french(Method method) {
        return method.getAnnotation(Message.class).value();
    }

    private static Set<String> parameters(String message) {
        Matcher matcher = PARAMETER.matcher(message);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }

    private static Properties english(Class<?> bundle) throws IOException {
        String name = bundle.getAnnotation(MessageBundle.class).value();
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                bundle.getResourceAsStream("/messages/" + name + "_en.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
