package org.vigie.configuration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML 1.1 into {@link Setting}s by SnakeYAML's node graph: no type of the document's choosing is ever made.
 * Values equal to {@code null} are as if they were not written.
 */
final class YamlText {
    /** A real configuration has a few hundred; aliases that multiply themselves reach it at once. */
    private static final int MOST_SETTINGS = 20_000;

    private static final int DEEPEST = 20;

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    /** What SnakeYAML says without quoting the document; anything else might hold a piece of a password. */
    private static final Set<String> HARMLESS_PROBLEMS = Set.of(
            "mapping values are not allowed here",
            "could not find expected ':'",
            "found unexpected end of stream",
            "sequence entries are not allowed here",
            "found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");

    private final String source;
    private final Substitution substitution;
    private final Faults faults;
    private int settings;

    YamlText(String source, Substitution substitution, Faults faults) {
        this.source = source;
        this.substitution = substitution;
        this.faults = faults;
    }

    /** The document; empty when it says nothing, or is no YAML, which is then reported. */
    Optional<Setting> read(String text) {
        try {
            return Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)))
                    .flatMap(node -> setting(node, 0));
        } catch (MarkedYAMLException malformed) {
            faults.add(placeOf(malformed.getProblemMark()), "not valid YAML: " + harmless(malformed));
        } catch (YAMLException unreadable) {
            faults.add(new Place(source, 0), "not valid YAML: a character that YAML does not allow, or too much text");
        }
        return Optional.empty();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(100);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(ConfigurationFile.LARGEST_BYTES);
        return options;
    }

    private static String harmless(MarkedYAMLException malformed) {
        String problem = malformed.getProblem();
        if (problem == null || !HARMLESS_PROBLEMS.contains(problem)) {
            return "check quotes, brackets and indentation (a value that starts with * & ! % @ ` needs quotes)";
        }
        return problem;
    }

    private Optional<Setting> setting(Node node, int depth) {
        Place place = placeOf(node.getStartMark());
        if (++settings > MOST_SETTINGS || depth > DEEPEST) {
            faults.add(place, "aliases repeat or nest the document beyond what a configuration needs");
            return Optional.of(new Setting.Unreadable(place));
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            faults.add(place, "YAML tags are not allowed (a text that starts with ! needs quotes)");
            return Optional.of(new Setting.Unreadable(place));
        }
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> Optional.empty();
            case ScalarNode scalar -> Optional.of(substitution.apply(scalar.getValue(), place));
            case SequenceNode sequence -> Optional.of(sequence(sequence, place, depth));
            case MappingNode mapping -> Optional.of(section(mapping, place, depth));
            case AnchorNode anchor -> setting(anchor.getRealNode(), depth + 1);
            default -> throw new IllegalStateException("SnakeYAML has a new kind of node: " + node.getNodeId());
        };
    }

    private Setting sequence(SequenceNode node, Place place, int depth) {
        List<Setting> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            setting(item, depth + 1).ifPresentOrElse(items::add, () -> faults.add(place, "an empty entry in a list"));
        }
        return new Setting.Sequence(items, place);
    }

    private Setting section(MappingNode node, Place place, int depth) {
        Setting.Section section = Setting.Section.empty(place);
        for (NodeTuple tuple : node.getValue()) {
            section = withEntry(section, tuple, depth);
        }
        return section;
    }

    private Setting.Section withEntry(Setting.Section section, NodeTuple tuple, int depth) {
        Place keyPlace = placeOf(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            faults.add(keyPlace, "a key must be a word");
            return section;
        }
        Optional<Setting> value = setting(tuple.getValueNode(), depth + 1);
        Setting.Section.Entry first = section.entries().get(key.getValue());
        if (first != null) {
            faults.add(
                    keyPlace,
                    "key \"" + key.getValue() + "\" is already on line "
                            + first.keyPlace().line());
            return section;
        }
        return value.map(setting -> section.with(key.getValue(), keyPlace, setting))
                .orElse(section);
    }

    private Place placeOf(Mark mark) {
        return new Place(source, mark == null ? 0 : mark.getLine() + 1);
    }
}
