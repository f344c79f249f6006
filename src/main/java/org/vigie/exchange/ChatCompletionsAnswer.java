package org.vigie.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.ChatChunk.Delta;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.StreamEvent.Channel;
import org.vigie.exchange.StreamEvent.Piece;

/** {@code chat.completion} and {@code chat.completion.chunk}: the texts are told apart by choice, field and tool call. */
final class ChatCompletionsAnswer implements AnswerForm {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Mark mark(byte[] payload) {
        if (Arrays.equals(payload, DONE)) return Mark.END;
        return RootError.isIn(payload) ? Mark.ERROR : Mark.PIECE;
    }

    @Override
    public Optional<String> eventName(byte[] payload) {
        return Optional.empty();
    }

    @Override
    public StreamEvent event(JsonDocument document) {
        ChatChunk chunk = ChatChunk.of(document);
        List<Piece> pieces = new ArrayList<>(chunk.deltas().size());
        for (Delta delta : chunk.deltas()) {
            pieces.add(new Piece(channel(delta), delta.text(), holdsJson(delta.text())));
        }
        return new StreamEvent(
                document,
                pieces,
                channel -> chunk.finishing().contains(choice(channel)),
                Optional.empty(),
                (channel, text) -> chunk.carrying(choice(channel), field(channel), text));
    }

    private static Channel channel(Delta delta) {
        List<Object> steps = new ArrayList<>(delta.field().size() + 1);
        steps.add(delta.choice());
        steps.addAll(delta.field());
        return new Channel(steps);
    }

    private static Integer choice(Channel channel) {
        return (Integer) channel.steps().getFirst();
    }

    private static List<Object> field(Channel channel) {
        return channel.steps().subList(1, channel.steps().size());
    }

    @Override
    public Optional<Usage> usage(JsonDocument document) {
        return ChatChunk.usage(document);
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return ChatChunk.hasNoChoice(document);
    }

    @Override
    public long textBytes(JsonDocument document) {
        return ChatChunk.deltaBytes(document);
    }

    @Override
    public boolean untouched(Value.Text text) {
        return text.path().passesThrough("logprobs");
    }
}
