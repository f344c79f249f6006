package org.vigie.detection;

import java.util.HashMap;
import java.util.Map;

/**
 * First names and surnames with how many people bear them, as INSEE publishes them: an administrator can import the
 * files. What they say strengthens {@link NameModel}, which knows them less exactly; without them it decides alone.
 */
public final class NameLists {
    public static final NameLists NONE = new NameLists(Map.of(), Map.of());

    private static final double UNSEEN = 2e-7;

    private final Map<String, Float> firstNames;
    private final Map<String, Float> surnames;

    private NameLists(Map<String, Float> firstNames, Map<String, Float> surnames) {
        this.firstNames = Map.copyOf(firstNames);
        this.surnames = Map.copyOf(surnames);
    }

    /**
     * Of each name, in any case and with or without its accents, how many people bear it; either may be empty. The parts
     * of a compound name count each for itself.
     */
    public static NameLists of(Map<String, Long> firstNames, Map<String, Long> surnames) {
        return new NameLists(weights(firstNames), weights(surnames));
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

    private static Map<String, Float> weights(Map<String, Long> names) {
        Map<String, Long> counts = new HashMap<>();
        long total = 0;
        for (Map.Entry<String, Long> name : names.entrySet()) {
            long count = name.getValue();
            total += count;
            for (String part : name.getKey().split("[ '’-]")) {
                if (part.length() > 1) counts.merge(Characters.fold(part, 0, part.length()), count, Long::sum);
            }
        }
        Map<String, Float> weights = HashMap.newHashMap(counts.size());
        double all = Math.max(1, total);
        counts.forEach((name, count) -> weights.put(name, (float) Math.log(1 + count / all / UNSEEN)));
        return weights;
    }
}
