package org.vigie.print;

/** How a line is set. @param leading from one line to the next; both in points */
record Style(Typeface typeface, float size, float leading) {
    /** From the top of a line down to where its letters stand. */
    float ascent() {
        return (leading - size) / 2 + size * 0.8f;
    }
}
