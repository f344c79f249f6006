package org.vigie.provider;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a French or English text into sentences, without being taken in by « M. Durand », « art. 12 », initials, decimal
 * numbers and list numbers. A line break ends a sentence unless the next line goes on in lower case. Code between
 * {@code ```} is left out, and so are the marks of lists, quotes and headings.
 */
final class SentenceSplitter {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "m", "mm", "mme", "mmes", "mlle", "mlles", "me", "mr", "mrs", "ms", "dr", "drs", "pr", "prof", "st", "ste",
            "art", "al", "cf", "ex", "pp", "vol", "chap", "ed", "fig", "tab", "ref", "no", "num", "tel", "env", "av",
            "bd", "vs", "inc", "ltd", "resp", "hab", "min", "max", "approx", "sect", "sec", "eq", "ann", "dept", "janv",
            "fevr", "sept", "oct", "nov", "dec", "ie", "eg", "viz", "obs", "not");

    private static final int LONGEST_ABBREVIATION = 6;

    private SentenceSplitter() {}

    /** @param paragraph which one it stands in, from 0 */
    record Sentence(String text, int paragraph) {}

    static List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (String block : blocks(text)) {
            int before = sentences.size();
            splitBlock(block, paragraph, sentences);
            if (sentences.size() > before) paragraph++;
        }
        return sentences;
    }

    /** At most so many sentences, in order: the first of every paragraph, then the second ones, and so on. */
    static List<Sentence> sample(List<Sentence> all, int most) {
        if (all.size() <= most) return all;
        List<Integer> ranks = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            boolean sameParagraph =
                    i > 0 && all.get(i).paragraph() == all.get(i - 1).paragraph();
            ranks.add(sameParagraph ? ranks.get(i - 1) + 1 : 0);
        }
        int deepest = 0;
        while (count(ranks, deepest) < most) deepest++;
        int taken = deepest == 0 ? 0 : count(ranks, deepest - 1);
        return thinned(all, ranks, deepest, most - taken);
    }

    private static int count(List<Integer> ranks, int deepest) {
        return (int) ranks.stream().filter(rank -> rank <= deepest).count();
    }

    /** All sentences above a rank, and some of that rank, evenly spread. */
    private static List<Sentence> thinned(List<Sentence> all, List<Integer> ranks, int rank, int some) {
        long ofRank = ranks.stream().filter(r -> r == rank).count();
        List<Sentence> sample = new ArrayList<>();
        long seen = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean spread = ranks.get(i) == rank && seen * some / ofRank != ++seen * some / ofRank;
            if (ranks.get(i) < rank || spread) sample.add(all.get(i));
        }
        return sample;
    }

    /** Lines that belong together; what is code, or a rule, or a table's border, is dropped. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean code = false;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("```")) {
                code = !code;
                continue;
            }
            if (code) continue;
            String content = withoutMark(line);
            boolean goesOn = !block.isEmpty() && content.equals(line) && !line.isEmpty() && startsLow(line);
            if (!goesOn) flush(block, blocks);
            if (!block.isEmpty()) block.append(' ');
            block.append(content);
        }
        flush(block, blocks);
        return blocks;
    }

    private static void flush(StringBuilder block, List<String> blocks) {
        if (!block.isEmpty()) blocks.add(block.toString());
        block.setLength(0);
    }

    /** A line that was wrapped by a mail program goes on in lower case, with a placeholder, or within brackets. */
    private static boolean startsLow(String line) {
        char c = line.charAt(0);
        return Character.isLowerCase(c) || c == '(' || c == '[' || c == '«' || Character.isDigit(c);
    }

    private static String withoutMark(String line) {
        int at = 0;
        while (at < line.length() && "#>*-•–—|=+_ \t".indexOf(line.charAt(at)) >= 0) at++;
        return at > 0 && at < line.length() && !Character.isDigit(line.charAt(at))
                ? line.substring(at)
                : at == line.length() ? "" : line;
    }

    private static void splitBlock(String block, int paragraph, List<Sentence> sentences) {
        int start = 0;
        for (int at = 0; at < block.length(); at++) {
            char c = block.charAt(at);
            if (c != '.' && c != '!' && c != '?' && c != '…') continue;
            int end = behindClosing(block, at + 1);
            if (endsSentence(block, start, at, end)) {
                add(block.substring(start, end), paragraph, sentences);
                start = end;
            }
            at = Math.max(at, end - 1);
        }
        add(block.substring(start), paragraph, sentences);
    }

    private static void add(String text, int paragraph, List<Sentence> sentences) {
        String sentence = text.strip();
        if (sentence.codePoints().anyMatch(Character::isLetter)) sentences.add(new Sentence(sentence, paragraph));
    }

    /** Behind further points and closing quotes and brackets, a no-break space before « » » included. */
    private static int behindClosing(String block, int from) {
        int end = from;
        while (end < block.length()) {
            char c = block.charAt(end);
            boolean spacedQuote = isSpace(c) && end + 1 < block.length() && block.charAt(end + 1) == '»';
            if (".!?…»”\")]".indexOf(c) < 0 && !spacedQuote) break;
            end++;
        }
        return end;
    }

    private static boolean endsSentence(String block, int start, int sign, int end) {
        if (end == block.length()) return true;
        if (!isSpace(block.charAt(end))) return false;
        int next = end;
        while (next < block.length() && isSpace(block.charAt(next))) next++;
        if (next == block.length()) return true;
        char c = block.charAt(next);
        if (!Character.isUpperCase(c) && !Character.isDigit(c) && "«“\"([—–-•".indexOf(c) < 0) return false;
        return block.charAt(sign) != '.' || end > sign + 1 || !isAbbreviation(block, start, sign);
    }

    /** Whether the point belongs to the word before it: an abbreviation, an initial, the number of a list item. */
    private static boolean isAbbreviation(String block, int start, int dot) {
        int wordStart = dot;
        while (wordStart > start && Character.isLetterOrDigit(block.charAt(wordStart - 1))) wordStart--;
        String word = block.substring(wordStart, dot);
        if (word.isEmpty() || word.length() > LONGEST_ABBREVIATION) return false;
        if (word.chars().allMatch(Character::isDigit))
            return block.substring(start, wordStart).isBlank();
        boolean dotted = wordStart > start && block.charAt(wordStart - 1) == '.';
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        return dotted || initial || ABBREVIATIONS.contains(folded(word));
    }

    private static String folded(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
    }
}
