package org.vigie.assessment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What a file lists one a line, its parts separated by semicolons. */
final class Line {
    private Line() {}

    /** @param validThrough its last day */
    record Certification(String name, String number, Optional<LocalDate> validThrough) {
        boolean isOver(LocalDate today) {
            return validThrough.filter(today::isAfter).isPresent();
        }
    }

    /** @param embedsAi whether it puts generative AI into what it supplies */
    record SubSupplier(String name, String country, boolean embedsAi) {}

    /** @throws IllegalArgumentException where a date is none */
    static List<Certification> certifications(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Certification(part(line, 0), part(line, 1), date(part(line, 2))))
                .toList();
    }

    static List<SubSupplier> subSuppliers(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new SubSupplier(
                        part(line, 0), part(line, 1), !part(line, 2).isEmpty()))
                .toList();
    }

    private static String part(String line, int index) {
        String[] parts = line.split(";", -1);
        return index < parts.length ? parts[index].strip() : "";
    }

    /** @throws IllegalArgumentException where it is neither empty nor {@code 2027-03-01} */
    static Optional<LocalDate> date(String text) {
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDate) {
            throw new IllegalArgumentException("date", noDate);
        }
    }
}
