package org.vigie.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.DataClass;

/** Prompts as a JSON file: {@code {"version":1,"langue":"fr","prompts":[…]}}, with French names, to be written by hand too. */
final class PromptFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
    private static final Map<DataClass, String> LEVELS = new EnumMap<>(Map.of(
            DataClass.C0, "public", DataClass.C1, "interne", DataClass.C2, "client masqué", DataClass.C3, "secret"));

    private PromptFile() {}

    /** @param code of a starter; empty for others */
    record Named(String code, Content content) {}

    record Whole(int version, String langue, @Nullable List<Item> prompts) {}

    record Item(
            @Nullable String id,
            @Nullable String titre,
            @Nullable String famille,
            @JsonProperty("donnees_max") @Nullable String level,
            @JsonProperty("public") @Nullable String audience,
            @Nullable String texte,
            @Nullable List<Variable> variables,
            @JsonProperty("a_verifier") @Nullable String toCheck) {}

    record Variable(
            @Nullable String nom,
            @Nullable String genre,
            @Nullable String description,
            @Nullable String exemple,
            @Nullable List<String> choix) {}

    /** @throws PromptException where it is no such file, or one of its prompts does not fit */
    static List<Named> read(InputStream file) throws IOException {
        try {
            Whole whole = JSON.readValue(file, Whole.class);
            List<Item> items = Optional.ofNullable(whole.prompts()).orElse(List.of());
            PromptException.when(items.isEmpty(), PromptFault.FILE_EMPTY);
            List<Named> read = items.stream()
                    .filter(Objects::nonNull)
                    .map(PromptFile::named)
                    .toList();
            read.forEach(one -> one.content().check());
            return read;
        } catch (JsonProcessingException malformed) {
            throw PromptException.of(PromptFault.FILE_MALFORMED);
        }
    }

    static String write(List<Prompt> prompts) {
        try {
            return JSON.writeValueAsString(new Whole(
                    1, "fr", prompts.stream().map(one -> item(one.content())).toList()));
        } catch (JsonProcessingException recordsAreWritten) {
            throw new IllegalStateException(recordsAreWritten);
        }
    }

    private static Named named(Item item) {
        List<Blank> blanks = Optional.ofNullable(item.variables()).orElse(List.of()).stream()
                .map(PromptFile::blank)
                .toList();
        Content content = new Content(
                text(item.titre()),
                text(item.famille()),
                text(item.audience()),
                level(text(item.level())),
                text(item.texte()),
                blanks,
                text(item.toCheck()));
        return new Named(text(item.id()), content.fitted());
    }

    private static Blank blank(Variable variable) {
        List<String> choices = Optional.ofNullable(variable.choix()).orElse(List.of());
        Blank.Kind kind =
                Blank.Kind.of(text(variable.genre())).orElse(choices.isEmpty() ? Blank.Kind.LINE : Blank.Kind.CHOICE);
        return new Blank(text(variable.nom()), kind, text(variable.description()), text(variable.exemple()), choices);
    }

    private static Item item(Content content) {
        List<Variable> variables = content.blanks().stream()
                .map(blank -> new Variable(
                        blank.name(), blank.kind().code(), blank.description(), blank.example(), blank.choices()))
                .toList();
        return new Item(
                null,
                content.title(),
                content.family(),
                LEVELS.get(content.dataClass()),
                content.audience(),
                content.text(),
                variables,
                content.toCheck());
    }

    /** Internal, where it is not said or not known. */
    private static DataClass level(String word) {
        return LEVELS.entrySet().stream()
                .filter(level -> level.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(DataClass.C1);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
