package org.vigie.detection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Says how much a word looks like a French first name, a surname and an ordinary word (or place, or firm). Two parts in
 * {@code names.bin}, both made by {@code NameModelTraining} from the public name files of INSEE and from words that are
 * no names: a hash table with the weights of words that were seen, each with eight bits of check so that few unknown
 * words take another's weights, and a linear model over character n-grams for the rest.
 *
 * <p>All weights are eighths of a natural logarithm: how much more probable the word is among first names (surnames,
 * words) than a word never seen. A weighing is about 50 ns for a word that was seen, 200 ns for another.
 */
final class NameModel {
    static final int MAGIC = 0x564E4D31; // VNM1
    static final int SLOT_BITS = 18;
    static final int GRAM_BITS = 16;
    /** Of a filter of usual first names, by their hashes. */
    static final int FILTER_BITS = 17;
    /** Bytes of a slot: check, first name, surname, word. */
    static final int SLOT = 4;

    static final double UNIT = 8;
    private static final int LONGEST = 24;

    private final byte[] filter;
    private final byte[] slots;
    private final byte[] nameGrams;
    private final byte[] firstGrams;
    private final double gramUnit;

    NameModel(byte[] filter, byte[] slots, byte[] nameGrams, byte[] firstGrams, double gramUnit) {
        this.filter = filter;
        this.slots = slots;
        this.nameGrams = nameGrams;
        this.firstGrams = firstGrams;
        this.gramUnit = gramUnit;
    }

    /** The model that is shipped; read when it is first asked for, in some milliseconds. */
    static NameModel french() {
        return French.MODEL;
    }

    /** A class of its own: whoever trains a model has none yet. */
    private static final class French {
        private static final NameModel MODEL = NameModel.read();
    }

    /**
     * How a word weighs.
     *
     * @param known whether the word was seen in training; else {@code first} and {@code surname} are guesses from its
     *     letters and {@code word} is zero
     */
    record Weight(boolean known, float first, float surname, float word) {}

    /** Whether the word of this hash ({@link Characters#hash}) may be a usual first name that is no frequent word. */
    boolean mayBeFirstName(int hash) {
        int bit = mix(hash) >>> (32 - FILTER_BITS);
        return (filter[bit >>> 3] & (1 << (bit & 7))) != 0;
    }

    /** The weight of a folded word without spaces, hyphens or apostrophes. */
    Weight weigh(String folded) {
        return weigh(folded, 0, folded.length());
    }

    /** The weight of a word of a text. */
    Weight weigh(String text, int start, int end) {
        int plain = 0;
        for (int i = start; i < end; i++) plain = Characters.hash(plain, text.charAt(i));
        int hash = mix(plain);
        for (int slot = hash >>> (32 - SLOT_BITS); ; slot = (slot + 1) & ((1 << SLOT_BITS) - 1)) {
            int at = slot * SLOT;
            if (slots[at] == 0) return guess(Characters.fold(text, start, end));
            if (slots[at] == check(hash)) {
                return new Weight(true, eighths(slots[at + 1]), eighths(slots[at + 2]), eighths(slots[at + 3]));
            }
        }
    }

    private static float eighths(byte b) {
        return b / (float) UNIT;
    }

    private Weight guess(String folded) {
        if (folded.length() > LONGEST || folded.length() < 2) return new Weight(false, -4, -4, 0);
        int name = 0;
        int first = 0;
        int[] grams = new int[MOST_GRAMS];
        int count = grams(folded, grams);
        for (int i = 0; i < count; i++) {
            name += nameGrams[grams[i]];
            first += firstGrams[grams[i]];
        }
        float likeness = (float) Math.clamp(name * gramUnit, -4, 3);
        float isFirst = (float) Math.clamp(first * gramUnit, -3, 3);
        return new Weight(false, likeness + Math.min(isFirst, 0), likeness + Math.min(-isFirst, 0), 0);
    }

    static final int MOST_GRAMS = 3 * LONGEST + 8;

    /** The n-grams of a word, n from 2 to 4 with its boundaries, and its length; returns how many there are. */
    static int grams(String folded, int[] into) {
        int count = 0;
        int length = folded.length();
        for (int n = 2; n <= 4; n++) {
            for (int at = -1; at + n <= length + 1; at++) {
                int hash = n;
                for (int i = at; i < at + n; i++) hash = 31 * hash + (i < 0 || i >= length ? '|' : folded.charAt(i));
                into[count++] = mix(hash) >>> (32 - GRAM_BITS);
            }
        }
        into[count++] = mix(-Math.min(length, 12)) >>> (32 - GRAM_BITS);
        return count;
    }

    static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** Never zero: that says that a slot is empty. */
    static byte check(int mixed) {
        byte low = (byte) mixed;
        return low == 0 ? 1 : low;
    }

    private static NameModel read() {
        try (InputStream resource = NameModel.class.getResourceAsStream("names.bin")) {
            if (resource == null) throw new IllegalStateException("names.bin is missing");
            return read(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static NameModel read(InputStream resource) throws IOException {
        DataInputStream in = new DataInputStream(resource);
        if (in.readInt() != MAGIC) throw new IOException("not a name model");
        double gramUnit = in.readDouble();
        byte[] filter = in.readNBytes(1 << (FILTER_BITS - 3));
        byte[] slots = in.readNBytes(SLOT << SLOT_BITS);
        byte[] nameGrams = in.readNBytes(1 << GRAM_BITS);
        byte[] firstGrams = in.readNBytes(1 << GRAM_BITS);
        if (firstGrams.length < 1 << GRAM_BITS) throw new IOException("the name model is cut off");
        return new NameModel(filter, slots, nameGrams, firstGrams, gramUnit);
    }
}
