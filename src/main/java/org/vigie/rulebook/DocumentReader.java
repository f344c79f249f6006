package org.vigie.rulebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.rulebook.DocumentFault.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML, or JSON where the text begins with a brace, into {@link Node}s. Whoever wrote it may wish us ill: no type
 * of the document's choosing is made, nothing is referred to twice, and size, depth and number of parts are bounded. Not
 * the reader of the configuration: there variables of the environment are put into values, here they never may be.
 */
final class DocumentReader {
    /** The rules of a firm have some ten kilobytes, the charter among them. */
    static final int LARGEST_BYTES = 1_048_576;

    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 50_000;

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

    private final Set<org.yaml.snakeyaml.nodes.Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private DocumentReader() {}

    /** @throws DocumentException where the bytes are too many or no UTF-8 */
    static String text(byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) throw new DocumentException(0, Kind.TOO_LARGE);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new DocumentException(0, Kind.NOT_TEXT);
        }
    }

    /** @throws DocumentException where it is no document of keys */
    static Node.Table read(String text) {
        if (text.length() > LARGEST_BYTES) throw new DocumentException(0, Kind.TOO_LARGE);
        DocumentReader reader = new DocumentReader();
        Node read = text.stripLeading().startsWith("{") ? reader.json(text) : reader.yaml(text);
        if (read instanceof Node.Table table) return table;
        throw new DocumentException(1, Kind.WRONG_TYPE);
    }

    private Node yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST_BYTES);
        options.setMaxAliasesForCollections(1);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) throw new DocumentException(0, Kind.UNREADABLE);
            return node(root, 0);
        } catch (MarkedYAMLException malformed) {
            boolean tag = String.valueOf(malformed.getProblem()).contains("tag is not allowed");
            throw new DocumentException(line(malformed.getProblemMark()), tag ? Kind.TAG : Kind.UNREADABLE);
        } catch (YAMLException malformed) {
            throw new DocumentException(0, Kind.UNREADABLE);
        }
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node, int depth) {
        int line = line(node.getStartMark());
        count(line, depth);
        if (!seen.add(node)) throw new DocumentException(line, Kind.ALIAS);
        if (!PLAIN_TAGS.contains(node.getTag())) throw new DocumentException(line, Kind.TAG);
        return switch (node) {
            case ScalarNode scalar -> new Node.Scalar(scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(), line);
            case SequenceNode sequence -> {
                List<Node> items = new ArrayList<>();
                for (var item : sequence.getValue()) items.add(node(item, depth + 1));
                yield new Node.Items(items, line);
            }
            case MappingNode mapping -> {
                Map<String, Node> entries = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    int keyLine = line(tuple.getKeyNode().getStartMark());
                    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                        throw new DocumentException(keyLine, Kind.WRONG_TYPE);
                    }
                    put(entries, key.getValue(), node(tuple.getValueNode(), depth + 1), keyLine);
                }
                yield new Node.Table(entries, line);
            }
            default -> throw new DocumentException(line, Kind.ALIAS);
        };
    }

    private static int line(Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private Node json(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Node read = node(parser, 0);
            if (parser.nextToken() != null) throw new DocumentException(line(parser), Kind.UNREADABLE);
            return read;
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new DocumentException(line, Kind.UNREADABLE);
        } catch (IOException ofNoFile) {
            throw new UncheckedIOException(ofNoFile);
        }
    }

    private Node node(JsonParser parser, int depth) throws IOException {
        int line = line(parser);
        count(line, depth);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) items.add(node(parser, depth + 1));
            return new Node.Items(items, line);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Node> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyLine = line(parser);
                parser.nextToken();
                put(entries, key, node(parser, depth + 1), keyLine);
            }
            return new Node.Table(entries, line);
        }
        return new Node.Scalar(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText(), line);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private void count(int line, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) throw new DocumentException(line, Kind.TOO_MUCH);
    }

    private static void put(Map<String, Node> entries, String key, Node value, int line) {
        if (entries.put(key, value) != null) {
            throw new DocumentException(List.of(new DocumentFault(line, Kind.DUPLICATE_KEY, key)));
        }
    }
}
