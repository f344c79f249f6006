package org.vigie.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a JSON document, as a chain from the value up to the root, so that a document with many
 * values shares their common parts.
 */
public final class JsonPath {
    public static final JsonPath ROOT = new JsonPath(null, "", -1);

    private final @Nullable JsonPath parent;
    private final String name;
    private final int index;

    private JsonPath(@Nullable JsonPath parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    public JsonPath field(String field) {
        return new JsonPath(this, field, -1);
    }

    public JsonPath element(int position) {
        return new JsonPath(this, "", position);
    }

    /** The field's name, empty for an array element and for the root. */
    public String name() {
        return name;
    }

    /** The name of the nearest field: an array's elements are what its field says; empty where there is none. */
    public String fieldName() {
        JsonPath at = this;
        while (at.parent != null && at.index >= 0) at = at.parent;
        return at.name;
    }

    /** The steps from the root: {@code String} for a field, {@code Integer} for an array element. */
    public List<Object> steps() {
        Deque<Object> steps = new ArrayDeque<>();
        for (JsonPath at = this; at.parent != null; at = at.parent) {
            steps.addFirst(at.index >= 0 ? (Object) at.index : at.name);
        }
        return new ArrayList<>(steps);
    }

    /** Whether the value is the field {@code field} of the root object. */
    public boolean isRootField(String field) {
        return parent != null && parent.parent == null && index < 0 && name.equals(field);
    }

    /** Whether any field on the way from the root has this name. */
    public boolean passesThrough(String field) {
        for (JsonPath at = this; at.parent != null; at = at.parent) {
            if (at.index < 0 && at.name.equals(field)) return true;
        }
        return false;
    }

    /** As {@code messages[0].content}, for people; {@code the document} for the root. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Object step : steps()) {
            if (step instanceof Integer position) {
                out.append('[').append(position.intValue()).append(']');
            } else {
                if (!out.isEmpty()) out.append('.');
                out.append(step);
            }
        }
        return out.isEmpty() ? "the document" : out.toString();
    }
}
