package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** That the texts are what they say, and that the recognisers reach on them what they once reached. */
class DevelopmentSetTest {
    private static final List<AnnotatedText> DEVELOPMENT = DevelopmentSet.development();
    private static final List<AnnotatedText> HELD_OUT = DevelopmentSet.heldOut();
    private static final List<AnnotatedText> WORKPLACE = DevelopmentSet.workplace();
    private static final List<AnnotatedText> ADMINISTRATION = DevelopmentSet.administration();

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[a-zA-Z]{2,}");
    private static final Pattern FIFTEEN = Pattern.compile("(?<![\\w.,])[1-478](?:[ .\u00a0-]?[0-9AB]){14}(?!\\w)");
    private static final Pattern FOURTEEN = Pattern.compile("(?<![\\w.,-])[0-9](?:[ .\u00a0]?[0-9]){13}(?![\\w.])");
    private static final Pattern IBAN = Pattern.compile("(?<!\\w)[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[0-9A-Z]){11,30}(?!\\w)");

    /** The least that was reached. Raised when a recogniser lands, never lowered. */
    private static final Map<FindingType, Least> REACHED = Map.ofEntries(
            Map.entry(FindingType.PERSON, new Least(0.96, 0.95)),
            Map.entry(FindingType.EMAIL, new Least(0.99, 0.95)),
            Map.entry(FindingType.PHONE, new Least(0.85, 0.95)),
            Map.entry(FindingType.ADDRESS, new Least(0.86, 0.95)),
            Map.entry(FindingType.DATE_OF_BIRTH, new Least(0.92, 0.95)),
            Map.entry(FindingType.NIR, new Least(0.99, 0.98)),
            Map.entry(FindingType.TAX_ID, new Least(0.99, 0.98)),
            Map.entry(FindingType.PASSPORT_ID, new Least(0.99, 0.95)),
            Map.entry(FindingType.IBAN, new Least(0.95, 0.98)),
            Map.entry(FindingType.CARD, new Least(0.95, 0.98)),
            Map.entry(FindingType.SIREN, new Least(0.99, 0.98)),
            Map.entry(FindingType.SIRET, new Least(0.99, 0.98)),
            Map.entry(FindingType.VAT, new Least(0.99, 0.98)),
            Map.entry(FindingType.PLATE, new Least(0.87, 0.95)),
            Map.entry(FindingType.IP, new Least(0.91, 0.95)),
            Map.entry(FindingType.URL_CRED, new Least(0.99, 0.95)),
            Map.entry(FindingType.MARKING, new Least(0.95, 0.95)));

    private static final Map<FindingType, Least> REACHED_IN_ADMINISTRATION = Map.of(
            FindingType.HEALTH, new Least(0.95, 0.97),
            FindingType.VAT, new Least(0.99, 0.98),
            FindingType.PLATE, new Least(0.95, 0.95),
            FindingType.PERSON, new Least(0.96, 0.96));

    private record Least(double recall, double precision) {}

    @Test
    void holds_every_type_often_enough() {
        SoftAssertions.assertSoftly(softly -> {
            for (FindingType type : Scorer.TYPES) {
                softly.assertThat(count(DEVELOPMENT, type))
                        .as("development " + type)
                        .isGreaterThanOrEqualTo(25);
                softly.assertThat(count(HELD_OUT, type)).as("held out " + type).isGreaterThanOrEqualTo(12);
            }
        });
    }

    @Test
    void is_clean_in_a_third_of_the_texts() {
        assertThat(DEVELOPMENT.size()).isGreaterThanOrEqualTo(500);
        assertThat(HELD_OUT.size()).isGreaterThanOrEqualTo(250);
        for (List<AnnotatedText> set : List.of(DEVELOPMENT, HELD_OUT)) {
            double clean = set.stream().filter(AnnotatedText::isClean).count() / (double) set.size();
            assertThat(clean).isBetween(0.32, 0.42);
        }
    }

    @Test
    void annotates_only_the_twenty_types_and_no_blanks_at_the_edge() {
        for (AnnotatedText text : all()) {
            for (AnnotatedText.Span span : text.entities()) {
                assertThat(Scorer.TYPES).as(text.id()).contains(span.type().orElseThrow());
                assertThat(text.value(span))
                        .as(text.id())
                        .isNotBlank()
                        .isEqualTo(text.value(span).strip());
            }
            assertThat(text.text()).as(text.id()).doesNotContainPattern("\\{[A-Z_]+:|\\{\\?:|\\bgen:|~hex|~alnum");
        }
    }

    @Test
    void draws_the_same_values_each_time() {
        assertThat(DevelopmentSet.development()).isEqualTo(DEVELOPMENT);
        assertThat(DevelopmentSet.heldOut()).isEqualTo(HELD_OUT);
    }

    @Test
    void draws_valid_numbers() {
        SoftAssertions.assertSoftly(softly -> all().forEach(text -> text.entities()
                .forEach(entity -> {
                    FindingType type = entity.type().orElseThrow();
                    String value = text.value(entity)
                            .replaceAll("clé|[\\s\u00a0\u202f./|;()-]", "")
                            .toUpperCase(Locale.ROOT);
                    softly.assertThat(isValid(type, value))
                            .as("%s: %s %s", text.id(), type, text.value(entity))
                            .isTrue();
                })));
    }

    @Test
    void leaves_no_valid_number_or_address_without_a_mark() {
        SoftAssertions.assertSoftly(softly -> all().forEach(text -> {
            unmarked(softly, text, EMAIL, value -> true);
            unmarked(softly, text, FIFTEEN, DevelopmentSetTest::isNir);
            unmarked(
                    softly,
                    text,
                    FOURTEEN,
                    value -> DrawnValues.luhn(value) && DrawnValues.luhn(value.substring(0, 9)));
            unmarked(softly, text, IBAN, DevelopmentSetTest::isIban);
        }));
    }

    @Test
    void uses_no_skeleton_twice() {
        Set<String> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (AnnotatedText text : all()) {
            assertThat(text.skeleton().matches("\\P{L}*") || seen.add(text.skeleton()))
                    .as("%s: %s", text.id(), text.skeleton())
                    .isTrue();
            assertThat(ids.add(text.id())).as(text.id()).isTrue();
        }
    }

    /** A text of the held-out set that says what a development text says would not be new. */
    @Test
    void shares_little_wording_between_the_sets() {
        Set<String> development =
                DEVELOPMENT.stream().flatMap(DevelopmentSetTest::phrases).collect(Collectors.toSet());
        for (AnnotatedText text : HELD_OUT) {
            List<String> phrases = phrases(text).toList();
            long shared = phrases.stream().filter(development::contains).count();
            assertThat(shared).as(text.id()).isLessThanOrEqualTo(2 + phrases.size() / 5);
        }
    }

    @Test
    void shares_no_full_name_between_the_sets() {
        Set<String> names = fullNames(DEVELOPMENT);
        assertThat(fullNames(HELD_OUT)).doesNotContainAnyElementsOf(names);
    }

    @Test
    void keeps_what_was_reached() {
        keeps(DEVELOPMENT, REACHED);
    }

    @Test
    void keeps_what_was_reached_in_administration() {
        keeps(ADMINISTRATION, REACHED_IN_ADMINISTRATION);
    }

    private static void keeps(List<AnnotatedText> texts, Map<FindingType, Least> reached) {
        Scorer scorer = Scorer.of(texts);
        SoftAssertions.assertSoftly(softly -> reached.forEach((type, least) -> {
            softly.assertThat(scorer.of(type).recall()).as("recall of " + type).isGreaterThanOrEqualTo(least.recall());
            softly.assertThat(scorer.of(type).precision())
                    .as("precision of " + type)
                    .isGreaterThanOrEqualTo(least.precision());
        }));
    }

    private static List<AnnotatedText> all() {
        return Stream.of(DEVELOPMENT, HELD_OUT, WORKPLACE).flatMap(List::stream).toList();
    }

    private static int count(List<AnnotatedText> texts, FindingType type) {
        return texts.stream()
                .mapToInt(text -> (int)
                        text.entities().stream().filter(span -> span.is(type)).count())
                .sum();
    }

    private static Set<String> fullNames(List<AnnotatedText> texts) {
        return texts.stream()
                .flatMap(text -> text.entities().stream()
                        .filter(span -> span.is(FindingType.PERSON))
                        .map(span -> text.value(span).toLowerCase(Locale.ROOT)))
                .filter(name -> name.contains(" "))
                .collect(Collectors.toSet());
    }

    /** Every five words in a row, without names and numbers. */
    private static Stream<String> phrases(AnnotatedText text) {
        String[] words = text.skeleton().toLowerCase(Locale.ROOT).split("[^\\p{L}□]+");
        return Stream.iterate(0, i -> i + 5 <= words.length, i -> i + 1)
                .map(i -> String.join(" ", List.of(words).subList(i, i + 5)))
                .filter(phrase -> !phrase.contains("□ □"));
    }

    private static void unmarked(SoftAssertions softly, AnnotatedText text, Pattern pattern, Predicate<String> valid) {
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            boolean marked = text.spans().stream().anyMatch(span -> span.start() < end && start < span.end());
            if (!marked && valid.test(matcher.group().replaceAll("[ .\u00a0-]", ""))) {
                softly.fail("%s: %s", text.id(), matcher.group());
            }
        }
    }

    private static boolean isValid(FindingType type, String value) {
        return switch (type) {
            case NIR -> value.length() == 15 && isNir(value);
            case TAX_ID ->
                value.matches("[0-3][0-9]{12}")
                        && Long.parseLong(value.substring(0, 10)) % 511 == Long.parseLong(value.substring(10));
            case SIREN -> value.length() == 9 && DrawnValues.luhn(value);
            case SIRET ->
                value.length() == 14
                        && DrawnValues.luhn(value.substring(0, 9))
                        && (DrawnValues.luhn(value) || value.startsWith("356000000"));
            case VAT -> value.matches("FR[0-9A-Z]{2}[0-9]{9}") && DrawnValues.luhn(value.substring(4));
            case IBAN -> value.length() < 15 || isIban(value) || isRib(value);
            case CARD -> value.length() >= 13 && DrawnValues.luhn(value);
            case EMAIL -> value.contains("@") || value.matches(".*(AT|AROBASE).*");
            case PHONE -> !value.matches("[0-9+]+") || value.matches("\\+?[0-9]{9,15}");
            case URL_CRED -> value.contains(":");
            default -> !value.isEmpty();
        };
    }

    private static boolean isNir(String nir) {
        if (!nir.matches("[1-478][0-9]{4}[0-9][0-9AB][0-9]{8}")) return false;
        long number = Long.parseLong(nir.substring(0, 13).replace("2A", "19").replace("2B", "18"));
        return number % 97 + Long.parseLong(nir.substring(13)) == 97;
    }

    private static boolean isIban(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")) return false;
        String number = (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                .collect(Collectors.joining());
        return new BigInteger(number).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean isRib(String rib) {
        if (!rib.matches("[0-9]{23}")) return false;
        return new BigInteger(rib).mod(BigInteger.valueOf(97)).signum() == 0;
    }
}
