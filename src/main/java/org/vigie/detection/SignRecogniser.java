package org.vigie.detection;

/** Knows what certain characters that are no letters or digits begin or stand within: {@code @}, {@code ://}, {@code <}. */
interface SignRecogniser {
    /** The characters that wake it. */
    String signs();

    /** Called for each such character; looks at a window of bounded length around it. */
    void at(String text, int at, Findings findings);
}
