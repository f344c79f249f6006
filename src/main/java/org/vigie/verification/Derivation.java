package org.vigie.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.verification.Value.Day;
import org.vigie.verification.Value.Quantity;

/**
 * Whether a value that no passage has can be worked out from two that stand in the passages or in the answer: a sum, a
 * difference, a product, a share, a variation; a day some time before or after another. That it can be is no proof.
 */
final class Derivation {
    private static final int MOST_VALUES = 160;
    private static final double ABOUT = 0.05;
    private static final double ROUNDED = 0.501;

    private static final int EXACT = 4;
    private static final int MOST_COLUMNS = 5;
    private static final int MOST_TERMS = 12;

    private final List<List<Quantity>> lists = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();

    Derivation(Reading answer, List<Reading> passages) {
        passages.forEach(this::add);
        add(answer);
    }

    private void add(Reading reading) {
        lists.add(reading.mentions().stream()
                .limit(MOST_VALUES)
                .filter(mention -> !mention.weak())
                .flatMap(mention -> mention.value() instanceof Quantity quantity ? Stream.of(quantity) : Stream.empty())
                .toList());
        for (Mention mention : reading.mentions()) {
            switch (mention.value()) {
                case Quantity quantity -> {
                    if (quantity.isYear()) years.add(quantity.amount().intValue());
                    if (quantities.size() < MOST_VALUES && !quantities.contains(quantity)) quantities.add(quantity);
                }
                case Day day -> {
                    if (day.year() > 0) years.add(day.year());
                    if (days.size() < MOST_VALUES) days.add(day);
                }
                case Value.Code _ -> {}
            }
        }
    }

    /**
     * @param told the answer says that it was worked out; else only what hardly comes out by chance explains it
     * @param about it says that it is rounded
     */
    boolean explains(Quantity claim, boolean told, boolean about) {
        if (isSumOfList(claim)) return true;
        return (told || claim.amount().stripTrailingZeros().precision() >= EXACT) && isOfTwo(claim, about);
    }

    /** Three or more numbers of a list, or of a table's column. */
    private boolean isSumOfList(Quantity claim) {
        double tolerance = claim.step().doubleValue() * ROUNDED;
        for (List<Quantity> list : lists) {
            for (int stride = 1; stride <= MOST_COLUMNS; stride++) {
                for (int first = 0; first < list.size(); first++) {
                    double sum = 0;
                    int terms = 0;
                    for (int i = first; i < list.size() && terms < MOST_TERMS; i += stride) {
                        if (!list.get(i).unit().equals(list.get(first).unit())) break;
                        sum += list.get(i).amount().doubleValue();
                        terms++;
                        if (terms >= 3 && near(sum, claim.amount().doubleValue(), tolerance)) return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isOfTwo(Quantity claim, boolean about) {
        double wanted = claim.amount().doubleValue();
        double tolerance = about ? Math.abs(wanted) * ABOUT : claim.step().doubleValue() * ROUNDED;
        for (Quantity one : quantities) {
            double a = one.amount().doubleValue();
            if (one.equals(claim)) continue;
            if (about && Math.abs(a - wanted) <= tolerance) return true;
            if (!one.unit().isEmpty() && isPartOfYear(a, wanted, tolerance)) return true;
            for (Quantity other : quantities) {
                if (!other.equals(claim) && made(a, other.amount().doubleValue(), wanted, tolerance)) return true;
            }
        }
        return false;
    }

    /** What is a month's or a quarter's, or makes a year's. */
    private static boolean isPartOfYear(double a, double wanted, double tolerance) {
        return near(a / 12, wanted, tolerance)
                || near(a * 12, wanted, tolerance)
                || near(a / 4, wanted, tolerance)
                || near(a * 4, wanted, tolerance);
    }

    private static boolean made(double a, double b, double wanted, double tolerance) {
        return near(a + b, wanted, tolerance)
                || near(a - b, wanted, tolerance)
                || near(b - a, wanted, tolerance)
                || near(a * b, wanted, tolerance)
                || near(a * b / 100, wanted, tolerance)
                || near(a * (100 + b) / 100, wanted, tolerance)
                || near(a * (100 - b) / 100, wanted, tolerance)
                || b != 0
                        && (near(a / b, wanted, tolerance)
                                || near(100 * a / b, wanted, tolerance)
                                || near(Math.abs(100 * (a - b) / b), Math.abs(wanted), tolerance));
    }

    private static boolean near(double made, double wanted, double tolerance) {
        return Math.abs(made - wanted) <= tolerance;
    }

    /** A day whose year is said elsewhere, or that lies a duration away from another day. */
    boolean explains(Day claim) {
        for (Day day : days) {
            if (day.equals(claim)) continue;
            boolean sameDay = day.month() == claim.month() && day.day() == claim.day();
            if (sameDay
                    && (day.year() == 0 || claim.year() == 0)
                    && (claim.year() == 0 || years.contains(claim.year()))) return true;
            for (int year : day.year() > 0 ? Set.of(day.year()) : years) {
                if (isAway(year, day, claim)) return true;
            }
        }
        return false;
    }

    private boolean isAway(int year, Day day, Day claim) {
        if (day.month() == 0) return false;
        try {
            LocalDate from = LocalDate.of(year, day.month(), Math.max(1, day.day()));
            return quantities.stream().anyMatch(duration -> away(from, duration, claim));
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean away(LocalDate from, Quantity duration, Day claim) {
        long amount = duration.amount().longValue();
        if (amount <= 0 || amount > 1_000) return false;
        return switch (duration.unit()) {
            case "jour" -> is(from.plusDays(amount), claim) || is(from.minusDays(amount), claim);
            case "semaine" -> is(from.plusWeeks(amount), claim) || is(from.minusWeeks(amount), claim);
            case "mois" -> is(from.plusMonths(amount), claim) || is(from.minusMonths(amount), claim);
            case "an" -> is(from.plusYears(amount), claim) || is(from.minusYears(amount), claim);
            default -> false;
        };
    }

    /** The day itself, or the one before: a year from 1 July ends on 30 June. */
    private static boolean is(LocalDate day, Day claim) {
        return same(day, claim) || same(day.minusDays(1), claim);
    }

    private static boolean same(LocalDate day, Day claim) {
        return (claim.year() == 0 || claim.year() == day.getYear())
                && claim.month() == day.getMonthValue()
                && (claim.day() == 0 || claim.day() == day.getDayOfMonth());
    }
}
