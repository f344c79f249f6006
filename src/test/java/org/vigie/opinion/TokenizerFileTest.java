package org.vigie.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sentences are cut, and what is refused of a file that somebody else wrote. */
class TokenizerFileTest {
    private static final int MANY = 512;

    @TempDir
    Path directory;

    private Tokenizer read(String json) throws IOException, OpinionException {
        return TokenizerFile.read(Files.writeString(directory.resolve("tokenizer.json"), json));
    }

    /** Each piece as its number and the text that it stands for. */
    private static List<String> cut(Tokenizer tokenizer, String sentence) {
        Tokens tokens = tokenizer.encode(sentence, MANY);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean nowhere = tokens.start(i) == Tokens.NOWHERE;
            pieces.add(tokens.id(i) + (nowhere ? "" : ":" + sentence.substring(tokens.start(i), tokens.end(i))));
        }
        return pieces;
    }

    private static String wordPiece(String vocabulary, String more) {
        return """
                {"normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,
                  "strip_accents":null,"lowercase":true},
                 "pre_tokenizer":{"type":"BertPreTokenizer"},%s
                 "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","vocab":{%s}}}""".formatted(more, vocabulary);
    }

    private static String unigram(String vocabulary, String more) {
        return """
                {%s"pre_tokenizer":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always"},
                 "model":{"type":"Unigram","unk_id":0,"vocab":[%s]}}""".formatted(more, vocabulary);
    }

    @Test
    void word_pieces_are_the_longest_ones_and_keep_their_places() throws Exception {
        Tokenizer tokenizer = read(wordPiece(
                "\"[UNK]\":0,\"un\":1,\"##aff\":2,\"##able\":3,\"##a\":4,\"été\":5,\"ete\":6,\".\":7,\"'\":8,\"l\":9",
                ""));
        assertThat(cut(tokenizer, "Unaffable.")).containsExactly("1:Un", "2:aff", "3:able", "7:.");
        assertThat(cut(tokenizer, " l'ÉTÉ l’e\u0301te\u0301"))
                .containsExactly("9:l", "8:'", "6:ÉTÉ", "9:l", "0:’", "6:e\u0301te\u0301");
        assertThat(cut(tokenizer, "unaffablex")).containsExactly("0:unaffablex");
        assertThat(cut(tokenizer, "a\u0000 \u200B\t")).containsExactly("0:a");
        assertThat(cut(tokenizer, "")).isEmpty();
    }

    @Test
    void unigrams_are_the_most_probable_cut_and_what_is_unknown_is_one_piece() throws Exception {
        String vocabulary =
                "[\"<unk>\",0],[\"▁\",-2],[\"▁un\",-3],[\"▁u\",-4],[\"n\",-1.5],[\"i\",-2],[\"ni\",-9],[\"▁uni\",-8]";
        Tokenizer tokenizer = read(unigram(vocabulary, ""));
        assertThat(cut(tokenizer, "uni un")).containsExactly("2:un", "5:i", "2:un");
        assertThat(cut(tokenizer, "ѮѮ😀 n")).containsExactly("1:", "0:ѮѮ😀", "1:", "4:n");
    }

    /** The table says « A » becomes « bb »; written by hand after the layout of a Darts double array. */
    @Test
    void characters_are_mapped_as_sentence_piece_maps_them() throws Exception {
        int[] units = new int[256];
        units['A' ^ 1] = 'A' | 1 << 8 | ('A' ^ 1 ^ 2) << 10;
        units[0] = 1 << 10;
        units[2] = 0x80000000 | 1;
        byte[] strings = "\0bb\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer table =
                ByteBuffer.allocate(4 + 4 * units.length + strings.length).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(4 * units.length);
        for (int unit : units) table.putInt(unit);
        table.put(strings);
        Charsmap map = new Charsmap(table.array());
        assertThat(List.of(map.apply("A"), map.apply("B"), map.apply("é"), map.apply("A\u0301")))
                .containsExactly("bb", "B", "é", "bb");
        String normaliser = "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\""
                + Base64.getEncoder().encodeToString(table.array()) + "\"},";
        Tokenizer tokenizer = read(unigram("[\"<unk>\",0],[\"▁\",-2],[\"b\",-3]", normaliser));
        assertThat(cut(tokenizer, "xA")).containsExactly("1:", "0:x", "2:A", "2:A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "////////", "BAAAAP///////w==", "!"})
    void a_damaged_table_is_refused_or_maps_nothing(String table) throws IOException {
        String json = unigram(
                "[\"<unk>\",0]",
                "\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"" + table + "\"},");
        try {
            assertThat(cut(read(json), "Aé")).hasSize(1);
        } catch (OpinionException refused) {
            assertThat(refused.detail()).isEqualTo("the precompiled_charsmap of tokenizer.json is damaged");
        }
    }

    @Test
    void a_sentence_stops_at_what_the_model_takes_and_says_so() throws Exception {
        Tokenizer tokenizer = read(wordPiece(
                "\"[UNK]\":0,\"a\":1,\"[CLS]\":2,\"[SEP]\":3",
                "\"post_processor\":{\"type\":\"BertProcessing\",\"sep\":[\"[SEP]\",3],\"cls\":[\"[CLS]\",2]},"));
        Tokens tokens = tokenizer.encode("a ".repeat(100), 16);
        assertThat(tokens.size()).isEqualTo(16);
        assertThat(tokens.isWhole()).isFalse();
        assertThat(tokens.id(15)).isEqualTo(3);
        assertThat(tokenizer.encode("a ".repeat(14), 16).isWhole()).isTrue();
    }

    /** One letter a hundred thousand times is one word to a tokenizer. */
    @Test
    void time_is_linear_on_a_word_without_an_end() throws Exception {
        Tokenizer pieces = read(wordPiece("\"[UNK]\":0,\"b\":1,\"##a\":2", ""));
        Tokenizer grams = read(unigram("[\"<unk>\",0],[\"a\",-1],[\"aa\",-1],[\"" + "a".repeat(60) + "\",-1]", ""));
        String word = "a".repeat(100_000);
        long began = System.nanoTime();
        assertThat(pieces.encode(word, Integer.MAX_VALUE).size()).isPositive();
        assertThat(grams.encode(word, Integer.MAX_VALUE).size()).isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                  | is no JSON object
            {}                                                  | has no vocabulary
            {"model":[]}                                        | has no model
            {"model":{"type":"BPE","vocab":{"a":1},"merges":[]}}| is of a kind that is not supported
            {"model":{"vocab":7}}                               | has no vocabulary
            {"model":{"vocab":{"a":-1}}}                        | has a piece with an impossible number
            {"model":{"vocab":{"a":2000000000}}}                | has a piece with an impossible number
            {"model":{"vocab":{"a":"b"}}}                       | has a piece without a number
            {"model":{"type":"WordPiece","vocab":{"a":1}}}      | has no piece for what is unknown (unk_token)
            {"model":{"vocab":[["a"]]}}                         | has a piece without a score
            {"model":{"vocab":[[1,2]]}}                         | has a piece that is no text
            {"model":{"vocab":[["a",1e99]]}}                    | has a piece without a score
            {"model":{"type":"Unigram","vocab":[["a",-1]]}}     | has no piece for what is unknown (unk_id)
            {"model":{"unk_id":9,"vocab":[["a",-1]]}}           | has no piece for what is unknown (unk_id)
            {"model":{"unk_id":0,"byte_fallback":true,"vocab":[["a",-1]]}} | falls back to bytes
            {"pre_tokenizer":{"type":"ByteLevel"},"model":{"unk_id":0,"vocab":[["a",-1]]}} | asks for a pre_tokenizer
            {"normalizer":{"type":"Replace","pattern":{"Regex":"(a+)+$"},"content":""},"model":{"unk_id":0,"vocab":[["a",-1]]}} | asks for a normalizer
            {"post_processor":{"type":"BertProcessing","sep":["x",-3],"cls":["y",1]},"model":{"unk_id":0,"vocab":[["a",-1]]}} | asks for a post_processor
            """)
    void what_we_do_not_follow_is_refused_by_name(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(OpinionException.class)
                .hasMessageStartingWith("tokenizer.json " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"model\":{\"vocab\":{\"a\":1", "\u0000", "{\"model\":{\"vocab\":[[\"a\","})
    void half_a_file_is_none(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(OpinionException.class);
    }

    @Test
    void depth_and_number_are_bounded() throws IOException {
        assertThatThrownBy(() -> read("{\"normalizer\":" + "[".repeat(100_000)))
                .hasMessage("tokenizer.json is larger or deeper than any that we know");
        Path file = directory.resolve("tokenizer.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"normalizer\":[");
            for (int i = 0; i < 2_000_000; i++) out.write("[],");
            out.write("1]}");
        }
        assertThatThrownBy(() -> TokenizerFile.read(file))
                .hasMessage("tokenizer.json is larger or deeper than any that we know");
    }
}
