package org.vigie.opinion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code tokenizer.json} of Hugging Face's {@code tokenizers}: the vocabulary as a stream, the rest, which is small,
 * as a tree of a bounded number of values. The file is somebody else's: whatever is wrong with it, an
 * {@link OpinionException} says so, and memory stays in proportion to a bounded size.
 */
final class TokenizerFile {
    private static final long LARGEST = 64L << 20;
    private static final int MOST_PIECES = 1_000_000;
    private static final int LONGEST_PIECE = 64;
    private static final int MOST_VALUES = 100_000;

    /** Names are the pieces of a vocabulary here: no table of symbols is to be made of them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LARGEST)
                    .maxNestingDepth(50)
                    .maxStringLength(8 << 20)
                    .maxTokenCount(8L * MOST_PIECES)
                    .build())
            .build();

    private final Map<String, JsonNode> parts = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private float[] scores = new float[0];
    private float least = 0;
    private int longest = 1;
    private int values;

    private TokenizerFile() {}

    static Tokenizer read(Path file) throws OpinionException {
        TokenizerFile content = new TokenizerFile();
        try (JsonParser in = JSON.createParser(file.toFile())) {
            content.read(in);
        } catch (StreamConstraintsException tooMuch) {
            throw OpinionException.model("tokenizer.json is larger or deeper than any that we know");
        } catch (IOException unreadable) {
            throw OpinionException.model("tokenizer.json cannot be read as JSON");
        }
        return new TokenizerParts(content.parts).tokenizer(content.pieces());
    }

    private void read(JsonParser in) throws IOException, OpinionException {
        require(in.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "model" -> model(in);
                case "normalizer", "pre_tokenizer", "post_processor" -> parts.put(name, tree(in));
                default -> in.skipChildren();
            }
        }
    }

    private void model(JsonParser in) throws IOException, OpinionException {
        require(in.currentToken() == JsonToken.START_OBJECT, "has no model");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (!name.equals("vocab")) {
                if (name.equals("merges")) in.skipChildren();
                else parts.put("model." + name, tree(in));
            } else if (value == JsonToken.START_OBJECT) numbered(in);
            else if (value == JsonToken.START_ARRAY) scored(in);
            else throw fault("has no vocabulary");
        }
    }

    /** {@code {"▁le": 17, …}}. */
    private void numbered(JsonParser in) throws IOException, OpinionException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String piece = in.currentName();
            require(in.nextToken() == JsonToken.VALUE_NUMBER_INT, "has a piece without a number");
            long id = in.getLongValue();
            require(id >= 0 && id < MOST_PIECES, "has a piece with an impossible number");
            learn(piece, (int) id);
        }
    }

    /** {@code [["▁le", -3.2], …]}. */
    private void scored(JsonParser in) throws IOException, OpinionException {
        List<Float> all = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_ARRAY) {
            require(in.nextToken() == JsonToken.VALUE_STRING, "has a piece that is no text");
            String piece = in.getText();
            require(in.nextToken().isNumeric(), "has a piece without a score");
            float score = in.getFloatValue();
            require(Float.isFinite(score), "has a piece without a score");
            require(in.nextToken() == JsonToken.END_ARRAY, "has a piece with more than a score");
            least = Math.min(least, score);
            learn(piece, all.size());
            all.add(score);
        }
        scores = new float[all.size()];
        for (int i = 0; i < scores.length; i++) scores[i] = all.get(i);
    }

    private void learn(String piece, int id) throws OpinionException {
        require(ids.size() < MOST_PIECES, "has more pieces than any that we know");
        if (piece.isEmpty() || piece.length() > LONGEST_PIECE) return;
        longest = Math.max(longest, piece.length());
        ids.put(piece, id);
    }

    private Pieces pieces() throws OpinionException {
        String kind = part("model.type").asText(scores.length > 0 ? "Unigram" : "WordPiece");
        require(!ids.isEmpty(), "has no vocabulary");
        switch (kind) {
            case "Unigram" -> {
                int unknown = part("model.unk_id").asInt(-1);
                require(unknown >= 0 && unknown < scores.length, "has no piece for what is unknown (unk_id)");
                require(!part("model.byte_fallback").asBoolean(false), "falls back to bytes, which is not supported");
                return new Pieces.Unigram(ids, scores, least, longest, unknown);
            }
            case "WordPiece" -> {
                Integer unknown = ids.get(part("model.unk_token").asText("[UNK]"));
                if (unknown == null) throw fault("has no piece for what is unknown (unk_token)");
                int longestWord = part("model.max_input_chars_per_word").asInt(Tokenizer.LONGEST_WORD);
                return new Pieces.WordPiece(
                        ids,
                        part("model.continuing_subword_prefix").asText("##"),
                        unknown,
                        Math.clamp(longestWord, 1, 2 * Tokenizer.LONGEST_WORD));
            }
            default -> throw fault("is of a kind that is not supported: WordPiece and Unigram are");
        }
    }

    private JsonNode part(String name) {
        return parts.getOrDefault(name, MissingNode.getInstance());
    }

    /** The value that the parser is at. */
    private JsonNode tree(JsonParser in) throws IOException, OpinionException {
        require(++values <= MOST_VALUES, "is larger or deeper than any that we know");
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = in.currentName();
                    in.nextToken();
                    object.set(name, tree(in));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (in.nextToken() != JsonToken.END_ARRAY) array.add(tree(in));
                yield array;
            }
            case VALUE_STRING -> nodes.textNode(in.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(in.getDoubleValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.missingNode();
        };
    }

    static void require(boolean holds, String fault) throws OpinionException {
        if (!holds) throw fault(fault);
    }

    static OpinionException fault(String fault) {
        return OpinionException.model("tokenizer.json " + fault);
    }
}
