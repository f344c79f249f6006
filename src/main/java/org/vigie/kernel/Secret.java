package org.vigie.kernel;

/** A value that must never be printed: {@link #toString()} hides it, {@link #reveal()} gives it. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
