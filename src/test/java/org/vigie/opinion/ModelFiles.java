package org.vigie.opinion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A directory as an organisation supplies it, with a model that knows the words of {@link #NAMES} to be names. */
public final class ModelFiles {
    /** O, B-PER, I-PER, B-LOC. */
    private static final int LABELS = 4;

    private static final Set<String> NAMES = Set.of("zorblax", "quin", "##taff", "karlek", "▁Zorblax", "▁Quin", "taff");
    private static final Set<String> PLACES = Set.of("vimoutiers", "▁Vimoutiers");

    private static final List<String> WORD_PIECES = List.of(
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "le",
            "dossier",
            "de",
            "est",
            "pret",
            "zorblax",
            "quin",
            "##taff",
            "vimoutiers",
            "karlek",
            "d",
            "'",
            ".",
            ",");

    private static final List<String> UNIGRAM_PIECES = List.of(
            "<unk>",
            "<s>",
            "</s>",
            "▁le",
            "▁dossier",
            "▁de",
            "▁est",
            "▁prêt",
            "▁Zorblax",
            "▁Quin",
            "taff",
            "▁Vimoutiers",
            "▁",
            "d",
            "'",
            ".");

    private ModelFiles() {}

    /** A BERT: WordPiece, lower case, without accents. */
    public static Path wordPiece(Path directory) {
        return write(directory, OnnxFile.of(table(WORD_PIECES)).bytes(), wordPieceTokenizer(), config());
    }

    /** A CamemBERT: Unigram. */
    static Path unigram(Path directory) {
        return write(
                directory,
                OnnxFile.of(table(UNIGRAM_PIECES)).input("attention_mask").bytes(),
                """
                {"version":"1.0","truncation":null,"added_tokens":[{"id":1,"content":"<s>","special":true}],
                 "normalizer":{"type":"Sequence","normalizers":[{"type":"NFKC"},
                   {"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "}]},
                 "pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},
                   {"type":"Metaspace","replacement":"▁","add_prefix_space":true}]},
                 "post_processor":{"type":"RobertaProcessing","sep":["</s>",2],"cls":["<s>",1]},
                 "model":{"type":"Unigram","unk_id":0,"vocab":[%s]}}""".formatted(UNIGRAM_PIECES.stream()
                        .map(piece -> "[\"" + piece + "\",-" + (1 + UNIGRAM_PIECES.indexOf(piece)) + ".5]")
                        .collect(Collectors.joining(","))),
                config());
    }

    static Path slow(Path directory, int steps) {
        byte[] model = OnnxFile.of(table(WORD_PIECES)).slow(steps).bytes();
        return write(directory, model, wordPieceTokenizer(), config());
    }

    public static Path write(Path directory, byte[] model, String tokenizer, String config) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve("model.onnx"), model);
            Files.writeString(directory.resolve("tokenizer.json"), tokenizer);
            Files.writeString(directory.resolve("config.json"), config);
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static byte[] model() {
        return OnnxFile.of(table(WORD_PIECES)).bytes();
    }

    static OnnxFile onnx() {
        return OnnxFile.of(table(WORD_PIECES));
    }

    static String config() {
        return """
                {"model_type":"bert","max_position_embeddings":512,
                 "id2label":{"0":"O","1":"B-PER","2":"I-PER","3":"B-LOC"}}""";
    }

    static String wordPieceTokenizer() {
        return tokenizer("{\"type\":\"BertPreTokenizer\"}");
    }

    static String tokenizer(String preTokenizer) {
        return """
                {"version":"1.0","added_tokens":[],
                 "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,
                   "strip_accents":null,"lowercase":true},
                 "pre_tokenizer":%s,
                 "post_processor":{"type":"TemplateProcessing",
                   "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
                     {"SpecialToken":{"id":"[SEP]","type_id":0}}],
                   "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[2],"tokens":["[CLS]"]},
                     "[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}},
                 "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
                   "max_input_chars_per_word":100,"vocab":{%s}}}""".formatted(
                        preTokenizer,
                        IntStream.range(0, WORD_PIECES.size())
                                .mapToObj(id -> "\"" + WORD_PIECES.get(id) + "\":" + id)
                                .collect(Collectors.joining(",")));
    }

    private static float[][] table(List<String> pieces) {
        float[][] table = new float[pieces.size()][LABELS];
        for (int id = 0; id < table.length; id++) {
            String piece = pieces.get(id);
            table[id][NAMES.contains(piece) ? 1 : PLACES.contains(piece) ? 3 : 0] = 9;
        }
        return table;
    }
}
