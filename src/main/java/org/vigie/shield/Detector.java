package org.vigie.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static final int FEWEST_DIGITS = 9;

    private volatile StaffDirectory directory;

    public Detector(StaffDirectory directory) {
        this.directory = directory;
    }

    /** From now on, texts are examined with this directory. */
    public void replaceDirectory(StaffDirectory newDirectory) {
        directory = newDirectory;
    }

    /**
     * @return what was found, sorted by offset, not overlapping
     * @throws RuntimeException when the text could not be examined; never half an answer
     */
    public List<Finding> detect(String text) {
        Pass pass = new Pass(text, directory);
        for (int at = 0; at < text.length(); ) at = pass.step(at);
        return pass.withNamesRepeated();
    }

    /** One examination of one text; findings are added in the order of their ends. */
    private static final class Pass {
        private final String text;
        private final StaffDirectory staff;
        private final List<Finding> found = new ArrayList<>();
        /** Surnames that a title told, to be found again where they stand without one. */
        private final List<StaffName> told = new ArrayList<>();

        Pass(String text, StaffDirectory staff) {
            this.text = text;
            this.staff = staff;
        }

        /** Examines what starts at an offset and returns where to go on. */
        int step(int at) {
            char c = text.charAt(at);
            if (Characters.isLetter(c)) return word(at);
            if (Characters.isDigit(c)) return number(at);
            return switch (c) {
                case '@' -> add(EmailRecogniser.around(text, at), at + 1);
                case '(', '[' -> add(EmailRecogniser.aroundBracket(text, at), at + 1);
                case '+' -> add(PhoneRecogniser.plus(text, at), at + 1);
                case '-' -> add(SecretRecogniser.pem(text, at), at + 1);
                default -> at + 1;
            };
        }

        private int word(int start) {
            int end = start;
            int hash = 0;
            for (; end < text.length(); end++) {
                char c = text.charAt(end);
                if (!Characters.isAlphanumeric(c)) break;
                hash = Characters.hash(hash, c);
            }
            Optional<Finding> secret = SecretRecogniser.at(text, start);
            if (secret.isPresent()) return add(secret, end);
            if (mayBeIban(start, end)) {
                Optional<Finding> iban = BankRecogniser.iban(text, start);
                if (iban.isPresent()) return add(iban, end);
            }
            if (staff.mayStartWith(hash)) {
                Optional<Finding> person = staff.find(text, start, end);
                if (person.isPresent()) return add(person, end);
            }
            return persons(TitleRecogniser.behind(text, start, end), end);
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

        private int persons(List<Finding> persons, int end) {
            int next = end;
            for (Finding person : persons) {
                next = add(Optional.of(person), end);
                told.add(new StaffName("", text.substring(TitleRecogniser.surnameStart(text, person), person.end())));
            }
            return next;
        }

        private int number(int start) {
            DigitSequence sequence = DigitSequence.at(text, start);
            int end = start;
            while (Characters.isDigit(Characters.at(text, end))) end++;
            if (sequence.length() < FEWEST_DIGITS || sequence.startsWith("0000") || isGlued(start)) return end;
            for (NumberRecogniser recogniser : NUMBERS) {
                Optional<Finding> finding = recogniser.find(sequence);
                if (finding.isPresent()) return isWithinList(finding.get()) ? end : add(finding, end);
            }
            return end;
        }

        /** Whether pairs of digits stand before a telephone number as they stand within it: « 01 02 03 04 05 06 07 ». */
        private boolean isWithinList(Finding finding) {
            int before = finding.start() - 1;
            return finding.type() == FindingType.PHONE
                    && Characters.isDigit(Characters.at(text, before - 1))
                    && Characters.at(text, before) == Characters.at(text, finding.start() + 2)
                    && (found.isEmpty() || found.getLast().end() != before);
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

        /** Adds a finding; one that starts further left than the last ones (an address around its @) replaces them. */
        private int add(Optional<Finding> finding, int otherwise) {
            if (finding.isEmpty()) return otherwise;
            Finding added = finding.get();
            while (!found.isEmpty() && found.getLast().end() > added.start()) {
                if (found.getLast().type() == FindingType.SECRET) return otherwise;
                found.removeLast();
            }
            found.add(added);
            return Math.max(otherwise, added.end());
        }

        /** The findings, with the bare « Durand » of a text that says « Mme Durand » elsewhere. */
        List<Finding> withNamesRepeated() {
            if (told.isEmpty()) return List.copyOf(found);
            StaffDirectory names = StaffDirectory.of(told.stream().distinct().toList());
            List<Finding> all = new ArrayList<>(found.size());
            int at = 0;
            for (Finding finding : found) {
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
