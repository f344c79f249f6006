package org.vigie.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * First names and surnames with how many people bear them, as INSEE publishes them: an administrator can import the
 * files. What they say strengthens {@link NameModel}, which knows them less exactly; without them it decides alone.
 */
public final class NameLists {
    public static final NameLists NONE = new NameLists(Map.of(), Map.of());

    private static final double UNSEEN = 2e-7;
    private static final int MOST_LINES = 2_000_000;

    private final Map<String, Float> firstNames;
    private final Map<String, Float> surnames;

    private NameLists(Map<String, Float> firstNames, Map<String, Float> surnames) {
        this.firstNames = Map.copyOf(firstNames);
        this.surnames = Map.copyOf(surnames);
    }

    /**
     * Reads two CSV files: a line of heads, then {@code name,count} with a comma, a semicolon or a tab between them; a
     * name may stand several times (a line for each year or sex).
     *
     * @throws IOException when a line cannot be read; its message names the line
     */
    public static NameLists read(Reader firstNames, Reader surnames) throws IOException {
        return new NameLists(weights("first names", firstNames), weights("surnames", surnames));
    }

    /** How many names there are. */
    public int size() {
        return firstNames.size() + surnames.size();
    }

    @Override
    public String toString() {
        return "NameLists[" + firstNames.size() + " first names, " + surnames.size() + " surnames]";
    }

    NameModel.Weight weigh(String text, int start, int end) {
        if (size() == 0) return NameModel.french().weigh(text, start, end);
        return weigh(Characters.fold(text, start, end));
    }

    /** What the model says of a folded word, at least what the lists say. */
    NameModel.Weight weigh(String folded) {
        NameModel.Weight model = NameModel.french().weigh(folded);
        if (size() == 0) return model;
        Float first = firstNames.get(folded);
        Float surname = surnames.get(folded);
        if (first == null && surname == null) return model;
        return new NameModel.Weight(
                true,
                Math.max(model.first(), first == null ? 0 : first),
                Math.max(model.surname(), surname == null ? 0 : surname),
                model.word());
    }

    private static Map<String, Float> weights(String what, Reader reader) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        long total = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (++number > MOST_LINES) throw new IOException(what + ": more than " + MOST_LINES + " lines");
            if (number == 1 || line.isBlank()) continue;
            int comma = separator(line);
            if (comma <= 0) throw new IOException(what + ", line " + number + ": expected name,count");
            long count = count(what, number, line.substring(comma + 1));
            total += count;
            for (String part : line.substring(0, comma).split("[ '’-]")) {
                if (part.length() > 1) counts.merge(Characters.fold(part, 0, part.length()), count, Long::sum);
            }
        }
        if (counts.isEmpty()) throw new IOException(what + ": no name");
        Map<String, Float> weights = new HashMap<>();
        double all = Math.max(1, total);
        counts.forEach((name, count) -> weights.put(name, (float) Math.log(1 + count / all / UNSEEN)));
        return weights;
    }

    private static int separator(String line) {
        return Math.max(line.lastIndexOf(','), Math.max(line.lastIndexOf(';'), line.lastIndexOf('\t')));
    }

    private static long count(String what, int number, String text) throws IOException {
        try {
            long count = Long.parseLong(text.strip());
            if (count >= 0) return count;
        } catch (NumberFormatException ignored) {
            // told below, like a negative one
        }
        throw new IOException(what + ", line " + number + ": « " + text.strip() + " » is no count");
    }
}
