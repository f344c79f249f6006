package org.vigie.benchmarks.shield;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.detection.StaffDirectory;
import org.vigie.detection.Vocabulary;

/** How long a text is examined: a megabyte on average, and what people send, one by one (p99). */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Detection {
    private static final int MEGABYTE = 1 << 20;

    @Param({"prose", "names", "personal"})
    String text;

    @Param({"0", "100000"})
    int dictionary;

    private Detector detector;
    private String megabyte;
    private String kilobyte;
    private String fourKilobytes;
    private String thirtyTwoKilobytes;

    @Setup
    public void prepare() {
        detector = new Detector(new Vocabulary(StaffDirectory.EMPTY, Texts.dictionary(dictionary)));
        megabyte = Texts.of(text, MEGABYTE);
        kilobyte = megabyte.substring(0, 1 << 10);
        fourKilobytes = megabyte.substring(0, 4 << 10);
        thirtyTwoKilobytes = megabyte.substring(0, 32 << 10);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public List<Finding> megabyte() {
        return detector.detect(megabyte);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<Finding> kilobyte() {
        return detector.detect(kilobyte);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<Finding> fourKilobytes() {
        return detector.detect(fourKilobytes);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<Finding> thirtyTwoKilobytes() {
        return detector.detect(thirtyTwoKilobytes);
    }
}
