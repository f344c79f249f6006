package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that wake one recogniser at every word: each still looks at no more than a bounded window. */
class HostileTextTest {
    /** For a quarter of a megabyte: linear work needs about 100 ms, quadratic work minutes. */
    private static final long MOST_NANOSECONDS = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rue ",
                "12 rue de ",
                "12 rue Jean, ",
                "résidence A, ",
                "75011 Paris, ",
                "12 A, 75011\n",
                "12-",
                "né le ",
                "naissance: ",
                "dob;a;b\n",
                "dob;;\n;;\n",
                "naissance;12/03/1980\n",
                "mille cent ",
                "CONFIDENTIEL ",
                "C2 ",
                "cancer ",
                "Elle cancer, ",
                "élu CGT de ",
                "allergie: a, ",
                "client ",
                "Client : A, ",
                "clients A, B et ",
                "client;a\nA;b\n",
                "mission chez A de ",
                "54 ans, ",
            })
    void takes_linear_time(String part) {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        String text = part.repeat((1 << 18) / part.length());
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(detector.detect(text)).isNotNull();
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        assertThat(best).isLessThan(MOST_NANOSECONDS);
    }
}
