package org.vigie.detection;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes {@code names.bin} ({@link NameModel}); {@code docs/shield.md} gives the command. Reads, below the directory in
 * {@code VIGIE_TEST_DATA}, the name files of INSEE (Licence Ouverte 2.0) and the French newspapers of Europeana (CC0),
 * and {@code words.txt}, which is ours. The same input makes the same bytes.
 */
final class NameModelTraining {
    /** Share of births that a word never seen is given. */
    private static final double UNSEEN = 2e-7;
    /** Frequency that a word of {@code words.txt} is given, per its line's mark. */
    private static final Map<Character, Double> LISTED = Map.of('!', 3e-3, '=', 1e-4, '-', 1e-5);

    private static final int ROUNDS = 12;
    private static final List<String> PARTICLES = List.of(
            "de", "du", "des", "d", "la", "le", "les", "van", "von", "der", "den", "di", "da", "dos", "el", "al", "l");

    private final Map<String, double[]> counts = new TreeMap<>(); // first, surname, word

    private NameModelTraining() {}

    /** @param arguments where to write the model */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(System.getenv("VIGIE_TEST_DATA"));
        NameModelTraining training = new NameModelTraining();
        training.names(data.resolve("names/prenoms_insee.csv"), 0, 10);
        training.names(data.resolve("names/noms_insee.csv"), 1, 100);
        training.newspapers(data.resolve("ner/europeana_fr_bnf.tsv"));
        training.words();
        training.write(Path.of(arguments[0]));
    }

    private void count(String folded, int kind, double share) {
        counts.computeIfAbsent(folded, _ -> new double[3])[kind] += share;
    }

    private void names(Path file, int kind, int fewest) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        double total = 0;
        for (String line : lines.subList(1, lines.size())) total += born(line);
        for (String line : lines.subList(1, lines.size())) {
            if (born(line) < fewest) continue;
            String[] parts = line.substring(0, line.lastIndexOf(',')).split("[ '-]");
            for (String part : parts) {
                String folded = Characters.fold(part, 0, part.length());
                if (folded.length() < 2 || (parts.length > 1 && PARTICLES.contains(folded))) continue;
                count(folded, kind, born(line) / total / (parts.length > 1 ? 2 : 1));
            }
        }
    }

    private static int born(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(',') + 1));
    }

    private void newspapers(Path file) throws IOException {
        Map<String, Integer> seen = new TreeMap<>();
        int total = 0;
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t");
            if (fields.length < 2 || fields[1].endsWith("PER")) continue;
            total++;
            // « rue Saint-Martin » makes no place of Martin: only places and firms of one word teach.
            boolean alone = i + 1 == lines.size() || !lines.get(i + 1).contains("\tI-");
            if (!fields[1].equals("O") && (!alone || fields[1].startsWith("I") || fields[0].contains("-"))) continue;
            boolean capital = Character.isUpperCase(fields[0].charAt(0));
            // Names that the annotators missed are capitalised; a word that is one is also seen without.
            if (capital && fields[1].equals("O")) continue;
            for (String part : fields[0].split("[^\\p{L}]")) {
                if (part.length() > 1) seen.merge(Characters.fold(part, 0, part.length()), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> word : seen.entrySet()) {
            boolean name = counts.containsKey(word.getKey());
            if (name && word.getValue() < 2) continue;
            count(word.getKey(), 2, word.getValue() / (double) total);
        }
    }

    private void words() throws IOException {
        try (InputStream words = NameModelTraining.class.getResourceAsStream("training/words.txt")) {
            for (String line : new String(words.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                double share = Objects.requireNonNull(LISTED.get(line.charAt(0)), line);
                for (String word : line.substring(1).strip().split("[ '-]+")) {
                    count(Characters.fold(word, 0, word.length()), 2, share);
                }
            }
        }
    }

    private void write(Path file) throws IOException {
        byte[] slots = new byte[NameModel.SLOT << NameModel.SLOT_BITS];
        counts.forEach((word, shares) -> put(slots, word, shares));
        float[][] grams = trainGrams();
        double largest = 0;
        for (float[] one : grams) for (float weight : one) largest = Math.max(largest, Math.abs(weight));
        double unit = largest / 127;
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(NameModel.MAGIC);
            out.writeDouble(unit);
            out.write(usualFirstNames());
            out.write(slots);
            for (float[] one : grams) {
                for (float weight : one) out.write((int) Math.round(weight / unit));
            }
        }
        System.out.printf("%d words, n-gram unit %.4f%n", counts.size(), unit);
    }

    private byte[] usualFirstNames() {
        byte[] filter = new byte[1 << (NameModel.FILTER_BITS - 3)];
        counts.forEach((word, shares) -> {
            if (shares[0] < 1e-5 || shares[2] > 3e-4) return;
            int bit = NameModel.mix(Characters.hash(word)) >>> (32 - NameModel.FILTER_BITS);
            filter[bit >>> 3] |= (byte) (1 << (bit & 7));
        });
        return filter;
    }

    private static void put(byte[] slots, String word, double[] shares) {
        int hash = NameModel.mix(Characters.hash(word));
        int slot = hash >>> (32 - NameModel.SLOT_BITS);
        int mask = (1 << NameModel.SLOT_BITS) - 1;
        while (slots[slot * NameModel.SLOT] != 0) {
            if (slots[slot * NameModel.SLOT] == NameModel.check(hash)) return; // the first in the alphabet keeps it
            slot = (slot + 1) & mask;
        }
        slots[slot * NameModel.SLOT] = NameModel.check(hash);
        for (int kind = 0; kind < 3; kind++) {
            double weight = Math.log(1 + shares[kind] / UNSEEN);
            slots[slot * NameModel.SLOT + 1 + kind] = (byte) Math.clamp(Math.round(weight * NameModel.UNIT), 0, 127);
        }
    }

    /** Two logistic models: name or word; first name or surname. Rare words teach as much as frequent ones. */
    private float[][] trainGrams() {
        float[][] weights = new float[2][1 << NameModel.GRAM_BITS];
        List<Map.Entry<String, double[]>> samples = new ArrayList<>(counts.entrySet());
        samples.removeIf(
                sample -> sample.getKey().length() > 24 || sample.getKey().length() < 2);
        Random random = new Random(20261122);
        int[] grams = new int[NameModel.MOST_GRAMS];
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(samples, random);
            float rate = 0.05f / (1 + round * 0.4f);
            double loss = 0;
            for (Map.Entry<String, double[]> sample : samples) {
                double[] shares = sample.getValue();
                double born = Math.max(shares[0], shares[1]);
                int count = NameModel.grams(sample.getKey(), grams);
                boolean isWord = shares[2] > born;
                // There are six times as many names as words, and most capitalised words are words.
                float worth = isWord ? 6 : 1;
                loss += learn(weights[0], grams, count, !isWord, rate * worth);
                if (!isWord) learn(weights[1], grams, count, shares[0] > shares[1], rate);
            }
            System.out.printf("round %d, loss %.4f%n", round, loss / samples.size());
        }
        return weights;
    }

    private static double learn(float[] weights, int[] grams, int count, boolean yes, float rate) {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += weights[grams[i]];
        double guess = 1 / (1 + Math.exp(-sum));
        float step = (float) (rate * ((yes ? 1 : 0) - guess));
        for (int i = 0; i < count; i++) weights[grams[i]] += step - rate * 1e-4f * weights[grams[i]];
        return -Math.log(Math.max(1e-9, yes ? guess : 1 - guess));
    }
}
