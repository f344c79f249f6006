package org.vigie.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vigie.local.Question.Turn;

/**
 * A conversation as the tokens that a model was trained on. The template is applied to marks in place of the texts, so
 * that its control tokens are known from theirs: who writes « &lt;|im_start|&gt;system » into a text has written text.
 */
final class ChatPrompt {
    /** Of the private use area: no template writes them. */
    private static final String MARK = "\uE000%d\uE001";

    private static final Pattern MARKS = Pattern.compile("\uE000(\\d+)\uE001");
    private static final String CHAT_ML = "chatml";

    private final Llama llama;
    private final String template;
    private final boolean known;

    ChatPrompt(Llama llama) {
        this.llama = llama;
        String own = llama.template();
        this.known = !own.isEmpty()
                && !llama.applied(own, List.of(new Turn("user", "?"))).isEmpty();
        this.template = known ? own : CHAT_ML;
    }

    /** Whether the model has a template that is known; else ChatML stands in. */
    boolean isKnown() {
        return known;
    }

    int[] tokens(List<Turn> turns) {
        List<Turn> marked = IntStream.range(0, turns.size())
                .mapToObj(i -> new Turn(turns.get(i).role(), MARK.formatted(i)))
                .toList();
        String text = llama.applied(template, marked);
        List<int[]> parts = new ArrayList<>();
        if (llama.marksBeginnings()) parts.add(new int[] {llama.beginning()});
        Matcher mark = MARKS.matcher(text);
        int from = 0;
        while (mark.find()) {
            add(parts, text.substring(from, mark.start()), true);
            add(parts, turns.get(Integer.parseInt(mark.group(1))).text(), false);
            from = mark.end();
        }
        add(parts, text.substring(from), true);
        return parts.stream().flatMapToInt(IntStream::of).toArray();
    }

    private void add(List<int[]> parts, String text, boolean control) {
        if (!text.isEmpty()) parts.add(llama.tokens(text, control));
    }
}
