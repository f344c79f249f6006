package org.vigie.backup;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a backup says of itself.
 *
 * @param vigieVersion which build wrote it
 * @param created when its snapshot was taken
 * @param migrations the versions that its database had
 */
record Manifest(String vigieVersion, Instant created, SortedSet<String> migrations) {

    String text() {
        return vigieVersion + "\n" + created + "\n" + String.join(",", migrations);
    }

    static Manifest parse(String text) {
        String[] lines = text.split("\n", -1);
        return new Manifest(lines[0], Instant.parse(lines[1]), new TreeSet<>(Arrays.asList(lines[2].split(","))));
    }
}
