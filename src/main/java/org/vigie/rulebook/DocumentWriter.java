package org.vigie.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a document always alike, one thing a line, so that a repository shows what changed and nothing else. */
final class DocumentWriter {
    private DocumentWriter() {}

    static String yaml(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(new Plain(options), options).dump(document);
    }

    /** Whole amounts are written as whole numbers: with a tag, nobody would read them back. */
    private static final class Plain extends Representer {
        Plain(DumperOptions options) {
            super(options);
            representers.put(BigDecimal.class, amount -> {
                String digits = ((BigDecimal) amount).toPlainString();
                return representScalar(digits.contains(".") ? Tag.FLOAT : Tag.INT, digits);
            });
        }
    }

    static String json(Map<String, Object> document) {
        try {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(lines);
            printer.indentArraysWith(lines);
            return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException ofPlainValues) {
            throw new IllegalStateException(ofPlainValues);
        }
    }
}
