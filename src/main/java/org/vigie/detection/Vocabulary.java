package org.vigie.detection;

/**
 * What the organisation itself knows of its texts: its people and its own terms.
 *
 * @param names first names and surnames of the country, where an administrator imported them
 */
public record Vocabulary(StaffDirectory staff, Dictionary dictionary, NameLists names) {
    public static final Vocabulary EMPTY = new Vocabulary(StaffDirectory.EMPTY, Dictionary.EMPTY, NameLists.NONE);

    public Vocabulary(StaffDirectory staff, Dictionary dictionary) {
        this(staff, dictionary, NameLists.NONE);
    }

    Vocabulary with(StaffDirectory newStaff) {
        return new Vocabulary(newStaff, dictionary, names);
    }

    Vocabulary with(Dictionary newDictionary) {
        return new Vocabulary(staff, newDictionary, names);
    }

    Vocabulary with(NameLists newNames) {
        return new Vocabulary(staff, dictionary, newNames);
    }
}
