package org.vigie.benchmarks.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.detection.StaffDirectory;
import org.vigie.pseudonym.Escaping;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.PlaceholderScope;
import org.vigie.pseudonym.PseudonymisedText;
import org.vigie.pseudonym.StreamRestorer;

/** 32 kB with personal data: its findings replaced, and an answer of that length restored piece by piece. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Pseudonyms {
    /** About a token. */
    private static final int PIECE = 4;

    private final PlaceholderScope scope = new PlaceholderScope(new byte[32], "benchmark");
    private String text;
    private List<Finding> findings;
    private Issuance issued;
    private List<String> pieces;

    @Setup
    public void prepare() {
        text = Texts.of("personal", 32 << 10);
        findings = new Detector(StaffDirectory.EMPTY).detect(text);
        issued = scope.issuance();
        String masked = PseudonymisedText.of(text, findings, issued);
        pieces = new ArrayList<>();
        for (int at = 0; at < masked.length(); at += PIECE) {
            pieces.add(masked.substring(at, Math.min(masked.length(), at + PIECE)));
        }
        if (!restored().equals(text)) throw new IllegalStateException("the text did not come back");
    }

    @Benchmark
    public String pseudonymise() {
        Issuance issuance = scope.issuance();
        issuance.reserve(text);
        return PseudonymisedText.of(text, findings, issuance);
    }

    @Benchmark
    public int restoreStream() {
        StreamRestorer restorer = issued.restorer(Escaping.NONE);
        int characters = 0;
        for (String piece : pieces) characters += restorer.accept(piece).length();
        return characters + restorer.finish().length();
    }

    private String restored() {
        StreamRestorer restorer = issued.restorer(Escaping.NONE);
        StringBuilder whole = new StringBuilder(text.length());
        for (String piece : pieces) whole.append(restorer.accept(piece));
        return whole.append(restorer.finish()).toString();
    }
}
