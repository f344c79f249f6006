package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

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
    /** In this order: where two families could take the same digits, the one with the stricter check comes first. */
    private static final List<NumberRecogniser> NUMBERS = List.of(
            new NirRecogniser(),
            new BankRecogniser(),
            new CompanyRecogniser(),
            new CardRecogniser(),
            new PhoneRecogniser());

    private static final List<DigitRecogniser> DIGITS = List.of();

    private static final WordTriggers TRIGGERS = new WordTriggers(List.of());

    private static final SignRecogniser[][] SIGNS = bySign(List.of(
            sign("@", EmailRecogniser::around),
            sign("([", EmailRecogniser::aroundBracket),
            sign("+", PhoneRecogniser::plus),
            sign("-", SecretRecogniser::pem)));

    private static final int FEWEST_DIGITS = 9;

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

    /**
     * @return what was found, sorted by offset, not overlapping
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public List<Finding> detect(String text) {
        Pass pass = new Pass(text, vocabulary.get());
        for (int at = 0; at < text.length(); ) at = pass.step(at);
        return pass.withNamesRepeated();
    }

    private static SignRecogniser[][] bySign(List<SignRecogniser> recognisers) {
        SignRecogniser[][] bySign = new SignRecogniser[128][];
        for (char c = 0; c < bySign.length; c++) {
            char sign = c;
            bySign[c] = recognisers.stream()
                    .filter(recogniser -> recogniser.signs().indexOf(sign) >= 0)
                    .toArray(SignRecogniser[]::new);
        }
        return bySign;
    }

    private static SignRecogniser sign(String signs, BiFunction<String, Integer, Optional<Finding>> find) {
        return new SignRecogniser() {
            @Override
            public String signs() {
                return signs;
            }

            @Override
            public void at(String text, int at, Findings findings) {
                find.apply(text, at).ifPresent(findings::add);
            }
        };
    }

    /** One examination of one text. */
    private static final class Pass {
        private final String text;
        private final StaffDirectory staff;
        private final Dictionary dictionary;
        private final Findings found = new Findings();
        /** Surnames that a title told, to be found again where they stand without one. */
        private final List<StaffName> told = new ArrayList<>();
        /** Up to where words belong to a name that was found. */
        private int namedTo;

        Pass(String text, Vocabulary vocabulary) {
            this.text = text;
            this.staff = vocabulary.staff();
            this.dictionary = vocabulary.dictionary();
        }

        /** Examines what starts at an offset and returns where to go on. */
        int step(int at) {
            char c = text.charAt(at);
            if (Characters.isLetter(c)) return word(at);
            if (Characters.isDigit(c)) return number(at);
            if (c < SIGNS.length) {
                for (SignRecogniser recogniser : SIGNS[c]) recogniser.at(text, at, found);
            }
            return at + 1;
        }

        private int word(int start) {
            int end = start;
            int hash = 0;
            for (; end < text.length(); end++) {
                char c = text.charAt(end);
                if (!Characters.isAlphanumeric(c)) break;
                hash = Characters.hash(hash, c);
            }
            if (dictionary.mayStartWith(hash)) dictionary.find(text, start, end, found);
            Optional<Finding> secret = SecretRecogniser.at(text, start);
            if (secret.isPresent()) {
                found.add(secret.get());
                return secret.get().end();
            }
            if (mayBeIban(start, end)) {
                Optional<Finding> iban = BankRecogniser.iban(text, start);
                if (iban.isPresent()) {
                    found.add(iban.get());
                    return Math.max(end, iban.get().end());
                }
            }
            TRIGGERS.wake(text, start, end, hash, found);
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
            for (Finding person : TitleRecogniser.behind(text, start, end)) {
                found.add(person);
                namedTo = person.end();
                told.add(new StaffName("", text.substring(TitleRecogniser.surnameStart(text, person), person.end())));
            }
        }

        private boolean mayBeIban(int start, int end) {
            return end - start >= 4
                    && Characters.isDigit(text.charAt(start + 2))
                    && Characters.isDigit(text.charAt(start + 3))
                    && text.charAt(start + 1) < 128
                    && text.charAt(start) < 128
                    && !Characters.isDigit(text.charAt(start + 1))
                    && Characters.at(text, start - 1) != '_';
        }

        private int number(int start) {
            int end = start;
            int hash = 0;
            while (Characters.isDigit(Characters.at(text, end))) hash = Characters.hash(hash, text.charAt(end++));
            termOfDigits(start, end, hash);
            for (DigitRecogniser recogniser : DIGITS) recogniser.at(text, start, end, found);
            DigitSequence sequence = DigitSequence.at(text, start);
            if (sequence.length() < FEWEST_DIGITS || sequence.startsWith("0000") || isGlued(start)) return end;
            for (NumberRecogniser recogniser : NUMBERS) {
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
                case '.', ',' -> Characters.isDigit(before);
                case '-', '_', '+' -> Characters.isAlphanumeric(before);
                default -> false;
            };
        }

        /** The findings, with the bare « Durand » of a text that says « Mme Durand » elsewhere. */
        List<Finding> withNamesRepeated() {
            found.removeIf(finding -> dictionary.ignores(text, finding.start(), finding.end()));
            List<Finding> once = found.resolved();
            if (told.isEmpty()) return List.copyOf(once);
            StaffDirectory names = StaffDirectory.of(told.stream().distinct().toList());
            List<Finding> all = new ArrayList<>(once.size());
            int at = 0;
            for (Finding finding : once) {
                repeated(names, at, finding.start(), all);
                all.add(finding);
                at = finding.end();
            }
            repeated(names, at, text.length(), all);
            return List.copyOf(all);
        }

        private void repeated(StaffDirectory names, int from, int to, List<Finding> all) {
            int at = from;
            while (at < to) {
                if (!Characters.isLetter(text.charAt(at))) {
                    at++;
                    continue;
                }
                int end = at;
                int hash = 0;
                for (; end < to && Characters.isAlphanumeric(text.charAt(end)); end++) {
                    hash = Characters.hash(hash, text.charAt(end));
                }
                Optional<Finding> again = names.mayStartWith(hash) ? names.find(text, at, end) : Optional.empty();
                again.filter(finding -> finding.end() <= to).ifPresent(all::add);
                at = Math.max(end, again.map(Finding::end).orElse(end));
            }
        }
    }
}
