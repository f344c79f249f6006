package org.vigie.charter;

import java.util.Comparator;
import java.util.Optional;

/** @param major a new one asks everybody to sign again; a new minor one leaves the signatures as they are */
record VersionNumber(int major, int minor) implements Comparable<VersionNumber> {
    private static final Comparator<VersionNumber> ORDER =
            Comparator.comparingInt(VersionNumber::major).thenComparingInt(VersionNumber::minor);

    static final VersionNumber FIRST = new VersionNumber(1, 0);

    /** Reads what {@link #toString} writes; empty for anything else. */
    static Optional<VersionNumber> of(String text) {
        if (!text.matches("[1-9]\\d{0,5}\\.\\d{1,6}")) return Optional.empty();
        int dot = text.indexOf('.');
        return Optional.of(
                new VersionNumber(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
    }

    VersionNumber next(boolean asMajor) {
        return asMajor ? new VersionNumber(major + 1, 0) : new VersionNumber(major, minor + 1);
    }

    /** What an effect asks to be signed: {@code CHARTE-IAG-2}. */
    String signed() {
        return Charter.CODE + "-" + major;
    }

    @Override
    public int compareTo(VersionNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
