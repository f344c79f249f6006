package org.vigie.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
        private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1_000);
        private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2_100);
        /** By what a unit is the same as others; each family in its smallest. */
        private static final List<Map<String, Integer>> CONVERSIONS = List.of(
                Map.of("s", 1, "min", 60, "h", 3_600, "jour", 86_400, "semaine", 604_800),
                Map.of("mois", 1, "trimestre", 3, "semestre", 6, "an", 12),
                Map.of("mm", 1, "cm", 10, "m", 1_000, "km", 1_000_000),
                Map.of("mg", 1, "g", 1_000, "kg", 1_000_000, "t", 1_000_000_000),
                Map.of("ml", 1, "cl", 10, "l", 1_000),
                Map.of("w", 1, "kw", 1_000, "mw", 1_000_000),
                Map.of("wh", 1, "kwh", 1_000, "mwh", 1_000_000),
                Map.of("ko", 1, "mo", 1_000, "go", 1_000_000, "to", 1_000_000_000));

        /** What the written digits are multiplied by. */
        BigDecimal factor() {
            return step.movePointRight(amount.scale());
        }

        /** As the first number of « 9,8 à 11,3 M€ »: it can be read with the multiplier of the second. */
        Quantity sharing(Quantity next) {
            boolean shares =
                    unit.isEmpty() && otherwise == null && next.factor().compareTo(BigDecimal.ONE) > 0;
            return shares ? new Quantity(amount, amount.multiply(next.factor()), step, unit) : this;
        }

        /** So small that it may count what the answer itself tells: « deux offres », « trois de plus ». */
        boolean isCount() {
            return unit.isEmpty()
                    && amount.stripTrailingZeros().scale() <= 0
                    && amount.abs().compareTo(BigDecimal.valueOf(12)) <= 0;
        }

        /** Of a year, in whichever sense. */
        boolean isYear() {
            return unit.isEmpty()
                    && amount.stripTrailingZeros().scale() <= 0
                    && amount.compareTo(FIRST_YEAR) >= 0
                    && amount.compareTo(LAST_YEAR) <= 0;
        }

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
            return CONVERSIONS.stream().anyMatch(units -> converted(units, claim));
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
        private static final int SHORT = 3;

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

        /** « L1 », « B2B », « CO2 »: a name rather than a reference. */
        boolean isShortName() {
            return text.length() <= SHORT && Character.isLetter(text.charAt(0));
        }

        private String bare() {
            boolean letter =
                    text.length() > 3 && Character.isLetter(text.charAt(0)) && Character.isDigit(text.charAt(1));
            return letter ? text.substring(1) : text;
        }
    }
}
