package org.vigie.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a version says.
 *
 * @param articles each begins with a line {@code ## Title}; paragraphs are parted by an empty line, items of a list begin
 *     with {@code - }
 * @param advice for every audience
 * @param statement what is promised by signing, with {@code {version}} and {@code {date}} for those of the version
 * @param questions the quiz, as {@link Quiz#read} reads it
 */
record CharterText(String title, String articles, Map<Audience, Advice> advice, String statement, String questions) {
    private static final String HEADING = "## ";
    private static final String ITEM = "- ";

    CharterText {
        title = title.strip();
        articles = lines(articles);
        statement = lines(statement).replace('\n', ' ');
        questions = lines(questions);
        Map<Audience, Advice> complete = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            complete.put(audience, advice.getOrDefault(audience, Advice.NONE));
        }
        advice = Map.copyOf(complete);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    public Quiz quiz() {
        return Quiz.read(questions);
    }

    /** What somebody does and does not do, one sentence each. */
    public record Advice(List<String> dos, List<String> donts) {
        static final Advice NONE = new Advice(List.of(), List.of());

        public Advice {
            dos = List.copyOf(dos);
            donts = List.copyOf(donts);
        }
    }

    /** @param number from 1, in the order of the text */
    public record Article(int number, String title, List<Block> blocks) {
        /** For the address of a link. */
        public String anchor() {
            return "article-" + number;
        }
    }

    /** A paragraph of one line, or a list. */
    public record Block(boolean list, List<String> lines) {
        public String text() {
            return lines.getFirst();
        }
    }

    /** What keeps a text from being kept. */
    enum Fault {
        TITLE("title"),
        NO_ARTICLE("articles"),
        BEFORE_FIRST_ARTICLE("articles"),
        EMPTY_ARTICLE("articles"),
        TOO_LONG("articles"),
        ADVICE("advice"),
        STATEMENT("statement"),
        QUIZ("quiz");

        private final String field;

        Fault(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    private static final int WORDS_A_MINUTE = 230;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 100_000;
    private static final int MOST_ADVICE = 20;
    private static final int LONGEST_ADVICE = 500;

    Advice adviceFor(Audience audience) {
        return Objects.requireNonNull(advice.get(audience));
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || title.indexOf('\n') >= 0) faults.add(Fault.TITLE);
        List<Article> read = read();
        if (read.isEmpty()) faults.add(Fault.NO_ARTICLE);
        else if (!articles.startsWith(HEADING)) faults.add(Fault.BEFORE_FIRST_ARTICLE);
        if (read.stream()
                .anyMatch(
                        article -> article.title().isEmpty() || article.blocks().isEmpty())) {
            faults.add(Fault.EMPTY_ARTICLE);
        }
        if (articles.length() > LONGEST) faults.add(Fault.TOO_LONG);
        if (advice.values().stream().anyMatch(CharterText::isWrong)) faults.add(Fault.ADVICE);
        if (!statement.contains("{version}") || statement.length() > LONGEST_ADVICE) faults.add(Fault.STATEMENT);
        if (!quiz().isSound(read.size())) faults.add(Fault.QUIZ);
        return faults;
    }

    private static boolean isWrong(Advice advice) {
        return List.of(advice.dos(), advice.donts()).stream()
                .anyMatch(lines -> lines.isEmpty()
                        || lines.size() > MOST_ADVICE
                        || lines.stream().anyMatch(line -> line.isBlank() || line.length() > LONGEST_ADVICE));
    }

    /** The articles in their order; what stands before the first one is not among them. */
    public List<Article> read() {
        List<Article> found = new ArrayList<>();
        for (String part : ("\n" + articles).split("\n(?=" + HEADING + ")")) {
            if (!part.startsWith(HEADING)) continue;
            int end = part.indexOf('\n');
            String heading = end < 0 ? part : part.substring(0, end);
            String body = end < 0 ? "" : part.substring(end + 1);
            found.add(new Article(
                    found.size() + 1, heading.substring(HEADING.length()).strip(), blocks(body)));
        }
        return found;
    }

    /** How long reading takes, at 230 words a minute (Brysbaert 2019, silent reading of prose). */
    static Duration readingTime(String text) {
        long words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return Duration.ofSeconds(Math.round(words * 60.0 / WORDS_A_MINUTE));
    }

    private static List<Block> blocks(String body) {
        List<Block> blocks = new ArrayList<>();
        for (String part : body.strip().split("\n\\s*\n")) {
            List<String> paragraph = new ArrayList<>();
            List<String> items = new ArrayList<>();
            for (String line : part.split("\n")) {
                if (line.isBlank()) continue;
                if (line.startsWith(ITEM))
                    items.add(line.substring(ITEM.length()).strip());
                else if (items.isEmpty()) paragraph.add(line.strip());
                else items.add(items.removeLast() + " " + line.strip());
            }
            if (!paragraph.isEmpty()) blocks.add(new Block(false, List.of(String.join(" ", paragraph))));
            if (!items.isEmpty()) blocks.add(new Block(true, List.copyOf(items)));
        }
        return List.copyOf(blocks);
    }
}
