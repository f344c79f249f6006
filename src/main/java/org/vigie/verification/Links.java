package org.vigie.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.verification.Claim.Source;

/** Web addresses: the same one stands in a passage, whatever its scheme and its last slash. */
final class Links {
    private static final List<String> BEGINNINGS = List.of("https://", "http://", "www.");
    private static final String NOT_LAST = ".,;:!?'\")]}*_";

    private Links() {}

    /** @param end excluded */
    record Span(int start, int end) {
        boolean holds(int at) {
            return at >= start && at < end;
        }
    }

    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = begins(text, at) ? end(text, at) : at;
            if (end > at) spans.add(new Span(at, end));
            at = Math.max(end, at + 1);
        }
        return spans;
    }

    static Claim check(String answer, Span span, List<Reading> passages) {
        String text = answer.substring(span.start(), span.end());
        Optional<Source> source = find(plain(text), passages);
        Status status = source.isPresent() ? Status.FOUND : Status.NOT_FOUND;
        return new Claim(span.start(), span.end(), ClaimKind.URL, text, status, source);
    }

    private static Optional<Source> find(String wanted, List<Reading> passages) {
        for (int p = 0; p < passages.size(); p++) {
            String passage = passages.get(p).text();
            for (Span span : in(passage)) {
                if (plain(passage.substring(span.start(), span.end())).equals(wanted)) {
                    return Optional.of(new Source(p, span.start(), span.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) return false;
        return BEGINNINGS.stream()
                .anyMatch(beginning -> text.regionMatches(true, at, beginning, 0, beginning.length()));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !Token.isSpace(text.charAt(end)) && "<>\"»«|".indexOf(text.charAt(end)) < 0)
            end++;
        while (end > start && NOT_LAST.indexOf(text.charAt(end - 1)) >= 0) end--;
        return end;
    }

    private static String plain(String link) {
        String plain = link.toLowerCase(Locale.ROOT);
        for (String beginning : BEGINNINGS) {
            if (plain.startsWith(beginning)) plain = plain.substring(beginning.length());
        }
        int fragment = plain.indexOf('#');
        if (fragment >= 0) plain = plain.substring(0, fragment);
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
