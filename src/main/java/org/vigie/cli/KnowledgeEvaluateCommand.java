package org.vigie.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.vigie.knowledge.Passage;
import org.vigie.knowledge.PassageIndex;
import org.vigie.knowledge.Ranking;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** nDCG@10 and recall@5 of the search on a test collection in BEIR's layout, by the settings of an instance. */
@Command(
        name = "evaluate",
        description = "Searches a test collection, and tells how well.",
        mixinStandardHelpOptions = true)
final class KnowledgeEvaluateCommand implements Callable<Integer> {
    /** Held, so that its level is not forgotten. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 5;
    private static final int BATCH = 5_000;

    @Parameters(
            paramLabel = "DIR",
            arity = "1",
            description = "A directory in BEIR's layout: corpus.jsonl (_id, title, text), queries.jsonl (_id, text, and"
                    + " set if there are several), qrels.tsv (query-id, corpus-id, score, with a header).")
    private @Nullable Path directory;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private final PrintStream out = Texts.output();

    private record Query(String id, String set, String text) {}

    private record Scores(List<Double> ndcg, List<Double> recall) {
        Scores() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public Integer call() {
        // It recommends a module of the JDK that is still incubating.
        LUCENE.setLevel(Level.SEVERE);
        Path from = directory == null ? Path.of(".") : directory;
        Map<String, Map<String, Integer>> relevant = judgements(from.resolve("qrels.tsv"));
        List<Query> queries = queries(from.resolve("queries.jsonl"));
        Map<String, Scores> sets = new TreeMap<>();
        int unjudged = 0;
        try (PassageIndex index = PassageIndex.open(new ByteBuffersDirectory())) {
            int passages = fill(index, from.resolve("corpus.jsonl"));
            for (Query query : queries) {
                Map<String, Integer> judged = relevant.get(query.id());
                if (judged == null) {
                    unjudged++;
                    continue;
                }
                List<String> found = index.search(query.text(), NDCG_DEPTH).stream()
                        .map(hit -> hit.passage().id())
                        .toList();
                Scores scores = sets.computeIfAbsent(query.set(), _ -> new Scores());
                scores.ndcg().add(Ranking.ndcg(found, judged, NDCG_DEPTH));
                scores.recall().add(Ranking.recall(found, judged, RECALL_DEPTH));
            }
            if (sets.isEmpty()) throw new StoreException("No query of " + from + " has a judgement.");
            tell(passages, unjudged, sets);
        }
        out.flush();
        return 0;
    }

    private void tell(int passages, int unjudged, Map<String, Scores> sets) {
        if (json) {
            ObjectNode told = JsonLines.object().put("passages", passages).put("unjudged", unjudged);
            ObjectNode each = told.putObject("sets");
            sets.forEach((set, scores) -> {
                ObjectNode one =
                        each.putObject(set).put("queries", scores.ndcg().size());
                write(one.putObject("ndcg@10"), Ranking.mean(values(scores.ndcg())));
                write(one.putObject("recall@5"), Ranking.mean(values(scores.recall())));
            });
            out.println(told);
            return;
        }
        out.printf("%d passages%n%n", passages);
        out.printf("| set | queries | nDCG@10 (95 %%) | recall@5 (95 %%) |%n| --- | --- | --- | --- |%n");
        sets.forEach((set, scores) -> out.printf(
                "| %s | %d | %s | %s |%n",
                set,
                scores.ndcg().size(),
                shown(Ranking.mean(values(scores.ndcg()))),
                shown(Ranking.mean(values(scores.recall())))));
        if (unjudged > 0) out.printf("%n%d queries have no judgement and were left out.%n", unjudged);
    }

    private static void write(ObjectNode node, Ranking.Mean mean) {
        node.put("mean", mean.value()).put("low", mean.low()).put("high", mean.high());
    }

    private static String shown(Ranking.Mean mean) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", mean.value(), mean.low(), mean.high());
    }

    private static double[] values(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int fill(PassageIndex index, Path corpus) {
        List<Passage> batch = new ArrayList<>();
        int[] count = {0};
        new JsonLines(out)
                .each(
                        corpus,
                        line -> {
                            batch.add(new Passage(
                                    JsonLines.string(line, "_id"),
                                    line.path("title").asText(""),
                                    JsonLines.string(line, "text")));
                            count[0]++;
                            if (batch.size() < BATCH) return;
                            index.put(batch);
                            batch.clear();
                        },
                        (line, message) -> refuse(corpus, line, message));
        index.put(batch);
        return count[0];
    }

    private List<Query> queries(Path file) {
        List<Query> queries = new ArrayList<>();
        new JsonLines(out)
                .each(
                        file,
                        line -> queries.add(new Query(
                                JsonLines.string(line, "_id"),
                                line.path("set").asText("all"),
                                JsonLines.string(line, "text"))),
                        (line, message) -> refuse(file, line, message));
        return queries;
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) {
        Map<String, Map<String, Integer>> judgements = new HashMap<>();
        List<String> lines = Texts.read(file).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (lines.get(i).isBlank()) continue;
            try {
                judgements
                        .computeIfAbsent(cells[0], _ -> new HashMap<>())
                        .put(cells[1], Integer.parseInt(cells[2].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException malformed) {
                refuse(file, i + 1, "not query-id, corpus-id and a whole number, by tabs");
            }
        }
        return judgements;
    }

    private static void refuse(Path file, int line, String message) {
        throw new StoreException(file + ", line " + line + ": " + message + ".");
    }
}
