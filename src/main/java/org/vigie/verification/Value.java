package org.vigie.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mention says, however it is written. */
sealed interface Value {
    /** Whether a source that says this bears out an answer that says {@code claim}. */
    boolean supports(Value claim);

    /**
     * A number with its unit.
     *
     * @param amount multipliers applied: 3 for « 3 », 3000000 for « 3 M€ »
     * @param otherwise the other reading of « 1.500 », else null
     * @param step what one more in the last written digit would add: 0.01 for « 1,23 », 10000 for « 1,23 M€ »
     * @param unit {@code ""}, {@code %}, a currency's ISO 4217 code, or a unit of time
     */
    record Quantity(BigDecimal amount, @Nullable BigDecimal otherwise, BigDecimal step, String unit) implements Value {
        private static final Map<String, Integer> HOURS = Map.of("h", 60, "min", 1, "jour", 1_440, "semaine", 10_080);
        private static final Map<String, Integer> MONTHS = Map.of("mois", 1, "trimestre", 3, "semestre", 6, "an", 12);

        static Quantity of(long amount) {
            return new Quantity(BigDecimal.valueOf(amount), null, BigDecimal.ONE, "");
        }

        @Override
        public boolean supports(Value claim) {
            return switch (claim) {
                case Quantity other -> supports(other);
                case Code code -> unit.isEmpty() && code.text().equals(amount.toPlainString());
                case Day _ -> false;
            };
        }

        private boolean supports(Quantity claim) {
            if (unit.equals(claim.unit) || unit.isEmpty() || claim.unit.isEmpty()) return sameAmount(claim);
            return converted(HOURS, claim) || converted(MONTHS, claim);
        }

        private boolean sameAmount(Quantity claim) {
            return same(amount, claim.amount)
                    || same(otherwise, claim.amount)
                    || same(amount, claim.otherwise)
                    || same(otherwise, claim.otherwise)
                    || rounded(claim);
        }

        /** « 128,41 » of 128,412, « 1,23 M€ » of 1 234 567 €; not « 12 » of 11,7, whose reader was told no rounding. */
        private boolean rounded(Quantity claim) {
            boolean roundable = claim.step.compareTo(BigDecimal.ONE) != 0
                    && claim.amount.abs().compareTo(claim.step.multiply(BigDecimal.TEN)) >= 0;
            return roundable
                    && step.compareTo(claim.step) < 0
                    && same(amount.divide(claim.step, 0, RoundingMode.HALF_UP).multiply(claim.step), claim.amount);
        }

        /** At most a twentieth apart, as « environ » allows. */
        boolean isAbout(Quantity claim) {
            return unit.equals(claim.unit)
                    && amount.subtract(claim.amount)
                                    .abs()
                                    .multiply(BigDecimal.valueOf(20))
                                    .compareTo(amount.abs())
                            <= 0;
        }

        private boolean converted(Map<String, Integer> units, Quantity claim) {
            Integer mine = units.get(unit);
            Integer its = units.get(claim.unit);
            return mine != null
                    && its != null
                    && same(amount.multiply(BigDecimal.valueOf(mine)), claim.amount.multiply(BigDecimal.valueOf(its)));
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one != null && other != null && one.compareTo(other) == 0;
        }
    }

    /**
     * A day of the calendar, or a part of one; 0 where a part is not said.
     *
     * @param year 0 or with four digits
     * @param month 0 or 1 to 12
     * @param day 0 or 1 to 31
     */
    record Day(int year, int month, int day) implements Value {
        @Override
        public boolean supports(Value claim) {
            return switch (claim) {
                case Day other -> covers(year, other.year) && covers(month, other.month) && covers(day, other.day);
                case Quantity number ->
                    number.unit().isEmpty()
                            && (Quantity.of(year).supports(number)
                                    || Quantity.of(day).supports(number));
                case Code _ -> false;
            };
        }

        private static boolean covers(int said, int asked) {
            return asked == 0 || said == asked;
        }
    }

    /**
     * What something is called by.
     *
     * @param text in capitals, without spaces and points: {@code L1221-1}
     */
    record Code(String text) implements Value {
        /** From how it is written; zeros in front of a number say nothing: {@code 13567*02}, {@code 13567*2}. */
        static Code of(String written) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i) == '–' ? '-' : Character.toUpperCase(written.charAt(i));
                boolean zeroInFront = c == '0'
                        && (text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1)))
                        && i + 1 < written.length()
                        && Character.isDigit(written.charAt(i + 1));
                if (!zeroInFront) text.append(c);
            }
            while (!text.isEmpty() && !Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
            return new Code(text.toString());
        }

        @Override
        public boolean supports(Value claim) {
            return switch (claim) {
                // The part of the code may be left out: « L. 300-2 », « article 300-2 ».
                case Code other -> text.equals(other.text) || text.equals(other.bare()) || bare().equals(other.text);
                case Quantity number ->
                    number.unit().isEmpty() && text.equals(number.amount().toPlainString());
                case Day _ -> false;
            };
        }

        private String bare() {
            boolean letter =
                    text.length() > 3 && Character.isLetter(text.charAt(0)) && Character.isDigit(text.charAt(1));
            return letter ? text.substring(1) : text;
        }
    }
}
