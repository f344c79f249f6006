package org.vigie.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.kernel.DataClass;

/** The most sensitive content that a provider may get, from the narrowest. */
public enum Cap {
    C0(DataClass.C0, DataClass.C0),
    C1(DataClass.C1, DataClass.C1),
    /** Confidential content, but only masked down to what is internal. */
    C2_MASKED(DataClass.C1, DataClass.C2),
    C2(DataClass.C2, DataClass.C2),
    C3(DataClass.C3, DataClass.C3);

    private final DataClass leaving;
    private final DataClass written;

    Cap(DataClass leaving, DataClass written) {
        this.leaving = leaving;
        this.written = written;
    }

    /** What may leave, once masked: what {@code MaxDataClass} means. */
    DataClass leaving() {
        return leaving;
    }

    /** What may be written, whatever masking makes of it: what {@code MaxWrittenClass} means. */
    DataClass written() {
        return written;
    }

    Cap narrower(Cap other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** This one and the narrower ones, the widest first. */
    List<Cap> downwards() {
        return Stream.of(values())
                .filter(cap -> cap.compareTo(this) <= 0)
                .toList()
                .reversed();
    }
}
