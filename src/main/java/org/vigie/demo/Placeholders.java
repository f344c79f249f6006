package org.vigie.demo;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The placeholders that stand in a text, as {@code [[PERS_k7f2qx]]}; what they stand for is not known here. */
record Placeholders(List<String> all) {
    private static final Pattern FORM = Pattern.compile("\\[\\[([A-Z]+)_[A-Za-z0-9_]+]]");

    static Placeholders in(String text) {
        return new Placeholders(
                FORM.matcher(text).results().map(MatchResult::group).distinct().toList());
    }

    List<String> of(String... abbreviations) {
        List<String> wanted = List.of(abbreviations);
        return all.stream().filter(one -> wanted.contains(kind(one))).toList();
    }

    List<String> except(String... abbreviations) {
        List<String> unwanted = List.of(abbreviations);
        return all.stream().filter(one -> !unwanted.contains(kind(one))).toList();
    }

    private static String kind(String placeholder) {
        return placeholder.substring(2, placeholder.indexOf('_'));
    }
}
