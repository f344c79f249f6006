package org.vigie.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.configuration.Nearest;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Quotable;

/** Says where a JSON body is not what an address takes, and why, without quoting what it holds. */
final class UnfitBody {
    private UnfitBody() {}

    static Problem.Malformed of(JsonProcessingException unfit) {
        return switch (unfit) {
            case UnrecognizedPropertyException unknown ->
                new Problem.Malformed(path(unknown), "no such field" + hint(unknown));
            case JsonMappingException mapping ->
                new Problem.Malformed(path(mapping), "not of the type that it must have");
            default -> new Problem.Malformed(line(unfit), "not valid JSON");
        };
    }

    private static String hint(UnrecognizedPropertyException unknown) {
        List<String> known = Optional.ofNullable(unknown.getKnownPropertyIds()).stream()
                .flatMap(ids -> ids.stream().map(Object::toString))
                .sorted()
                .toList();
        return Nearest.hint(unknown.getPropertyName(), known);
    }

    private static String path(JsonMappingException unfit) {
        String path = unfit.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : Quotable.name(step.getFieldName()))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path.replace(".[", "[");
    }

    private static String line(JsonProcessingException unfit) {
        JsonLocation location = Objects.requireNonNullElse(unfit.getLocation(), JsonLocation.NA);
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
