package org.vigie.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.audit.Outcome;
import org.vigie.traffic.LastHour.Minute;

/**
 * What the page shows of a time.
 *
 * @param rows by model, the busiest first
 * @param total over all rows
 */
record TrafficView(Period period, List<Row> rows, Row total) {
    public List<Period> periods() {
        return List.of(Period.values());
    }

    /** The times that can be looked at. */
    enum Period {
        DAY("24h", 1),
        WEEK("7d", 7),
        MONTH("30d", 30);

        private final String code;
        private final int days;

        Period(String code, int days) {
            this.code = code;
            this.days = days;
        }

        public String code() {
            return code;
        }

        int days() {
            return days;
        }

        static Period of(String code) {
            return List.of(values()).stream()
                    .filter(period -> period.code.equals(code))
                    .findFirst()
                    .orElse(DAY);
        }
    }

    /**
     * One model as clients name it, at the target that answered.
     *
     * @param refused of the exchanges; so are {@code failed} and {@code cancelled}
     */
    record Row(String route, String target, Sums sums, long refused, long failed, long cancelled) {
        public long answered() {
            return sums.exchanges() - refused - failed - cancelled;
        }

        /** Whole percents that failed; what was refused or cancelled is no fault of the model. */
        public long failedPercent() {
            return percent(failed);
        }

        public long maskedPercent() {
            return percent(sums.masked());
        }

        public boolean isEstimated() {
            return sums.estimated() > 0;
        }

        private long percent(long part) {
            return sums.exchanges() == 0 ? 0 : Math.round(100.0 * part / sums.exchanges());
        }

        public long totalMillis() {
            return sums.meanMillis(sums.totalMicros());
        }

        /** Microseconds on average: ours is small. */
        public long ownMicros() {
            return sums.exchanges() == 0 ? 0 : sums.ownMicros() / sums.exchanges();
        }

        public long shieldMicros() {
            return sums.exchanges() == 0 ? 0 : sums.shieldMicros() / sums.exchanges();
        }

        public long upstreamMillis() {
            return sums.meanMillis(sums.upstreamMicros());
        }

        public long firstByteMillis() {
            return sums.firstBytes() == 0 ? 0 : Math.round(sums.firstByteMicros() / 1000.0 / sums.firstBytes());
        }

        Row plus(Row other) {
            return new Row(
                    route,
                    target,
                    sums.plus(other.sums),
                    refused + other.refused,
                    failed + other.failed,
                    cancelled + other.cancelled);
        }
    }

    static TrafficView of(Period period, Map<Line, Sums> lines) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Row total = new Row("", "", Sums.NONE, 0, 0, 0);
        for (Map.Entry<Line, Sums> entry : lines.entrySet()) {
            Row row = row(entry.getKey(), entry.getValue());
            rows.merge(row.route() + " " + row.target(), row, Row::plus);
            total = total.plus(row);
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(
                Comparator.comparingLong((Row row) -> row.sums().exchanges()).reversed());
        return new TrafficView(period, sorted, total);
    }

    private static Row row(Line line, Sums sums) {
        long count = sums.exchanges();
        return new Row(
                line.route(),
                line.target(),
                sums,
                line.outcome() == Outcome.REFUSED ? count : 0,
                line.outcome() == Outcome.FAILED ? count : 0,
                line.outcome() == Outcome.CANCELLED ? count : 0);
    }

    /**
     * The last hour as a drawing.
     *
     * @param p50Millis what half of the latest exchanges took at most
     */
    record Live(List<Bar> bars, long answered, long refused, long failed, long p50Millis, long p95Millis) {
        private static final int HEIGHT = 60;

        /** Heights in the drawing's own units, from the bottom: answered, then refused, then failed. */
        record Bar(int x, Minute minute, int answered, int refused, int failed) {
            public int top() {
                return HEIGHT - answered - refused - failed;
            }

            public int refusedTop() {
                return HEIGHT - answered - refused;
            }

            public int answeredTop() {
                return HEIGHT - answered;
            }
        }

        static Live of(List<Minute> minutes, long p50Millis, long p95Millis) {
            int most = Math.max(1, minutes.stream().mapToInt(Minute::all).max().orElse(1));
            List<Bar> bars = new ArrayList<>();
            for (int at = 0; at < minutes.size(); at++) {
                Minute minute = minutes.get(at);
                bars.add(new Bar(
                        at * 10,
                        minute,
                        height(minute.answered(), most),
                        height(minute.refused(), most),
                        height(minute.failed(), most)));
            }
            return new Live(
                    bars,
                    minutes.stream().mapToLong(Minute::answered).sum(),
                    minutes.stream().mapToLong(Minute::refused).sum(),
                    minutes.stream().mapToLong(Minute::failed).sum(),
                    p50Millis,
                    p95Millis);
        }

        /** One exchange among many is still seen. */
        private static int height(int count, int most) {
            return count == 0 ? 0 : Math.max(1, count * (HEIGHT - 2) / most);
        }

        public boolean isQuiet() {
            return answered + refused + failed == 0;
        }
    }
}
