package org.vigie.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file and the environment say, before it is given a type; each part knows where it was written. */
sealed interface Setting {
    Place place();

    /** A single value as the section that it stands for; anything else itself. */
    default Setting expandedTo(String key) {
        return this instanceof Scalar ? Section.empty(place()).with(key, place(), this) : this;
    }

    /** @param printable whether an error may quote it; not when it came, even partly, from the environment */
    record Scalar(String text, boolean printable, Place place) implements Setting {}

    /** Reported already: whoever meets it says nothing more. */
    record Unreadable(Place place) implements Setting {}

    record Sequence(List<Setting> items, Place place) implements Setting {
        public Sequence {
            items = List.copyOf(items);
        }

        /** With the item at an index that exists, or is the next one, replaced. */
        Sequence with(int index, Setting item) {
            List<Setting> changed = new ArrayList<>(items);
            if (index == changed.size()) {
                changed.add(item);
            } else {
                changed.set(index, item);
            }
            return new Sequence(changed, place);
        }
    }

    record Section(Map<String, Entry> entries, Place place) implements Setting {
        /** @param keyPlace where the key stands, which may be lines above its value */
        record Entry(Place keyPlace, Setting value) {}

        public Section {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Section empty(Place place) {
            return new Section(Map.of(), place);
        }

        Optional<Setting> value(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        Section with(String key, Place keyPlace, Setting value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(keyPlace, value));
            return new Section(changed, place);
        }
    }
}
