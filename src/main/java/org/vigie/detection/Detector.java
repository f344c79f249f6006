package org.vigie.detection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Finds what must not leave in a text. One pass over the characters: a word, a digit or a sign that can start a finding
 * calls the recognisers of its family, and they look only at a bounded window around it, so that time is linear on any
 * text. {@code java.util.regex} is not used.
 *
 * <p>Fails closed: the answer is whole or there is none. Every {@link RuntimeException} that comes out of
 * {@link #detect} means that the text was not examined, and the caller must refuse it ({@code shield_unavailable}).
 *
 * <p>Safe for use by many threads at once.
 */
public final class Detector {
    private static final int FEWEST_DIGITS = 9;
    /** Between the country of a code and its digits: a space, a hyphen between spaces, a line break. */
    private static final int LONGEST_GAP = 3;

    private static final Set<FindingType> BY_DEFAULT = Arrays.stream(FindingType.values())
            .filter(FindingType::isByDefault)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingType.class)));

    private final AtomicReference<Vocabulary> vocabulary;

    public Detector(StaffDirectory directory) {
        this(Vocabulary.EMPTY.with(directory));
    }

    public Detector(Vocabulary vocabulary) {
        this.vocabulary = new AtomicReference<>(vocabulary);
    }

    /** From now on, texts are examined with this directory. */
    public void replaceDirectory(StaffDirectory directory) {
        vocabulary.updateAndGet(known -> known.with(directory));
    }

    /** From now on, texts are examined with this dictionary. */
    public void replaceDictionary(Dictionary dictionary) {
        vocabulary.updateAndGet(known -> known.with(dictionary));
    }

    /** From now on, texts are examined with these lists of first names and surnames. */
    public void replaceNames(NameLists names) {
        vocabulary.updateAndGet(known -> known.with(names));
    }

    /**
     * Looks for the types that are looked for by default.
     *
     * @return what was found, sorted by offset, not overlapping
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public List<Finding> detect(String text) {
        return detect(text, BY_DEFAULT);
    }

    /**
     * @param types what to look for; anything else is left where it is and hides nothing
     * @return what was found, sorted by offset, not overlapping
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public List<Finding> detect(String text, Set<FindingType> types) {
        return examine(text, types).findings();
    }

    /**
     * As {@link #detect(String)}, with the places where it could not tell.
     *
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public Examination examine(String text) {
        return examine(text, BY_DEFAULT);
    }

    /**
     * As {@link #detect(String, Set)}, with the places where it could not tell.
     *
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public Examination examine(String text, Set<FindingType> types) {
        Pass pass = new Pass(text, Objects.requireNonNull(vocabulary.get()), types);
        for (int at = 0; at < text.length(); ) at = pass.step(at);
        return pass.withNames();
    }

    /** One examination of one text. */
    private static final class Pass {
        private final String text;
        private final Set<FindingType> types;
        private final Vocabulary vocabulary;
        private final StaffDirectory staff;
        private final Dictionary dictionary;
        private final NameLists names;
        private final Findings found;
        /** Up to where words belong to a name that was found. */
        private int namedTo;

        Pass(String text, Vocabulary vocabulary, Set<FindingType> types) {
            this.text = text;
            this.types = types;
            this.vocabulary = vocabulary;
            this.staff = vocabulary.staff();
            this.dictionary = vocabulary.dictionary();
            this.names = vocabulary.names();
            this.found = new Findings(types);
        }

        /** Examines what starts at an offset and returns where to go on. */
        int step(int at) {
            char c = text.charAt(at);
            if (Characters.isLetter(c)) return word(at);
            if (Characters.isDigit(c)) return number(at);
            if (c < Recognisers.SIGNS.length) {
                for (SignRecogniser recogniser : Recognisers.SIGNS[c]) recogniser.at(text, at, found);
            }
            return at + 1;
        }

        private int word(int start) {
            int end = start;
            int hash = 0;
            boolean digit = false;
            for (; end < text.length(); end++) {
                char c = text.charAt(end);
                if (Characters.isDigit(c)) digit = true;
                else if (!Characters.isLetter(c)) break;
                hash = Characters.hash(hash, c);
            }
            if (dictionary.mayStartWith(hash)) dictionary.find(text, start, end, found);
            Optional<Finding> secret = SecretRecogniser.at(text, start);
            if (secret.isPresent()) {
                found.add(secret.get());
                return secret.get().end();
            }
            if (digit || isCountryBeforeDigits(start, end)) {
                for (CodeRecogniser recogniser : Recognisers.CODES) recogniser.at(text, start, end, found);
            }
            Recognisers.TRIGGERS.wake(text, start, end, hash, found);
            if (start >= namedTo) name(start, end, hash);
            return end;
        }

        private void name(int start, int end, int hash) {
            if (staff.mayStartWith(hash)) {
                Optional<Finding> person = staff.find(text, start, end);
                if (person.isPresent()) {
                    found.add(person.get());
                    namedTo = person.get().end();
                    return;
                }
            }
            List<Finding> persons = TitleRecogniser.behind(text, start, end, hash);
            for (int i = 0; i < persons.size(); i++) {
                found.add(persons.get(i));
                namedTo = persons.get(i).end();
            }
        }

        /** « FR 17 554 088 187 », « FR GD 835… », « CHE-116.281.710 », « PL » at the end of a line before its digits. */
        private boolean isCountryBeforeDigits(int start, int end) {
            if (end - start != 2 && end - start != 3 || !isGap(Characters.at(text, end))) return false;
            int at = end + 1;
            while (at < end + LONGEST_GAP && isGap(Characters.at(text, at))) at++;
            char first = Characters.at(text, at);
            char second = Characters.at(text, at + 1);
            if (Characters.isDigit(first) || Characters.isDigit(second)) return Characters.isAlphanumeric(first);
            boolean french =
                    Characters.upper(text.charAt(start)) == 'F' && Characters.upper(text.charAt(start + 1)) == 'R';
            if (!french || !Characters.isLetter(first) || !Characters.isLetter(second)) return false;
            int behindKey = isGap(Characters.at(text, at + 2)) ? at + 3 : at + 2;
            return Characters.isDigit(Characters.at(text, behindKey));
        }

        private static boolean isGap(char c) {
            return c == ' ' || Characters.isGroupSeparator(c) || Characters.isLineBreak(c);
        }

        private int number(int start) {
            int end = start;
            int hash = 0;
            while (Characters.isDigit(Characters.at(text, end))) hash = Characters.hash(hash, text.charAt(end++));
            termOfDigits(start, end, hash);
            for (DigitRecogniser recogniser : Recognisers.DIGITS) recogniser.at(text, start, end, found);
            if (found.covers(start) || isGlued(start)) return end;
            DigitSequence sequence = DigitSequence.at(text, start);
            if (sequence.length() < FEWEST_DIGITS || sequence.startsWith("0000")) return end;
            for (NumberRecogniser recogniser : Recognisers.NUMBERS) {
                Optional<Finding> finding = recogniser.find(sequence);
                if (finding.isEmpty()) continue;
                if (isWithinList(finding.get())) return end;
                found.add(finding.get());
                return Math.max(end, finding.get().end());
            }
            return end;
        }

        /** A term of the dictionary that starts with digits: « 3M », « 4 Saisons ». */
        private void termOfDigits(int start, int digitsEnd, int digitsHash) {
            int end = digitsEnd;
            int hash = digitsHash;
            for (; Characters.isAlphanumeric(Characters.at(text, end)); end++) {
                hash = Characters.hash(hash, text.charAt(end));
            }
            if (dictionary.mayStartWith(hash)) dictionary.find(text, start, end, found);
        }

        /** Whether pairs of digits stand before a telephone number as they stand within it: « 01 02 03 04 05 06 07 ». */
        private boolean isWithinList(Finding finding) {
            int before = finding.start() - 1;
            return finding.type() == FindingType.PHONE
                    && Characters.isDigit(Characters.at(text, before - 1))
                    && Characters.at(text, before) == Characters.at(text, finding.start() + 2)
                    && !found.covers(before - 1);
        }

        /** Whether the digits are the rest of something longer: a decimal part, « FA-2024-… », « v1.2 ». */
        private boolean isGlued(int start) {
            char sign = Characters.at(text, start - 1);
            char before = Characters.at(text, start - 2);
            return switch (sign) {
                case '.' -> Characters.isDigit(before);
                case ',' -> Characters.isDigit(before) && !DigitSequence.isCellComma(text, start - 1);
                case '-', '_', '+' -> Characters.isAlphanumeric(before);
                default -> false;
            };
        }

        /** The findings, with the persons that only the whole text tells: by labels, in sentences, told elsewhere. */
        Examination withNames() {
            Layout layout = Layout.of(text);
            FieldRecogniser.find(text, layout, names, found);
            boolean persons = found.wants(FindingType.PERSON);
            if (persons || found.awaitsPersons()) NameRecogniser.find(text, layout, names, found);
            found.removeIf(this::isIgnored);
            List<Finding> once = found.resolved();
            List<Finding> all = persons ? NameEcho.withEchoes(text, once, names) : once;
            List<Finding> rest =
                    all.stream().filter(finding -> !isIgnored(finding)).toList();
            return new Examination(text, types, vocabulary, rest, persons ? found.undecided() : List.of());
        }

        private boolean isIgnored(Finding finding) {
            return dictionary.ignores(text, finding.start(), finding.end());
        }
    }
}
