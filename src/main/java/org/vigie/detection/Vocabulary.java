package org.vigie.detection;

/** What the organisation itself knows of its texts: its people and its own terms. */
public record Vocabulary(StaffDirectory staff, Dictionary dictionary) {
    public static final Vocabulary EMPTY = new Vocabulary(StaffDirectory.EMPTY, Dictionary.EMPTY);

    Vocabulary with(StaffDirectory newStaff) {
        return new Vocabulary(newStaff, dictionary);
    }

    Vocabulary with(Dictionary newDictionary) {
        return new Vocabulary(staff, newDictionary);
    }
}
