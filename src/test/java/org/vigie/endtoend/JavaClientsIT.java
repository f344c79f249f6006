package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDKs that programs in Java use, unchanged, against Vigie. What they do not show is not tested here. */
class JavaClientsIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String EMAIL = "olive.petit@client.example";
    private static final String ASK = "Écris à " + EMAIL;
    private static final String BREAK = "coupe après un mot";

    @BeforeEach
    void speak() {
        SITE.upstream().does(SpokenAnswers::answer);
    }

    private static OpenAIClient openAi() {
        return OpenAIOkHttpClient.builder()
                .baseUrl(SITE.url("/v1").toString())
                .apiKey(Installation.KEY)
                .maxRetries(0)
                .build();
    }

    private static AnthropicClient anthropic() {
        return AnthropicOkHttpClient.builder()
                .baseUrl(SITE.url("/").toString().replaceAll("/$", ""))
                .apiKey(Installation.KEY)
                .maxRetries(0)
                .build();
    }

    private static void assertNothingLeft() {
        assertThat(SITE.upstream().asked().text()).doesNotContain(EMAIL).contains("[[");
    }

    private static ResponseCreateParams response(String input) {
        return ResponseCreateParams.builder().model("scripted").input(input).build();
    }

    @Test
    void openai_reads_a_response() {
        Response answer = openAi().responses().create(response(ASK));
        String text = answer.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(part -> part.text())
                .collect(Collectors.joining());
        assertThat(text).isEqualTo("Écrit à " + EMAIL);
        assertThat(answer.usage().orElseThrow().inputTokens()).isEqualTo(12);
        assertNothingLeft();
    }

    private static String streamedResponse(String input) {
        try (StreamResponse<ResponseStreamEvent> stream = openAi().responses().createStreaming(response(input))) {
            return stream.stream()
                    .flatMap(event -> event.outputTextDelta().stream())
                    .map(delta -> delta.delta())
                    .collect(Collectors.joining());
        }
    }

    @Test
    void openai_reads_a_response_in_pieces() {
        assertThat(streamedResponse(ASK)).isEqualTo("Écrit à " + EMAIL);
        assertNothingLeft();
    }

    private static String streamedChat(String content) {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model("scripted")
                .addUserMessage(content)
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                openAi().chat().completions().createStreaming(request)) {
            return stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
        }
    }

    @Test
    void openai_reads_a_chat_in_pieces() {
        assertThat(streamedChat(ASK)).isEqualTo("Écrit à " + EMAIL);
    }

    @Test
    void openai_raises_when_a_stream_was_cut() {
        assertThatThrownBy(() -> streamedChat(BREAK)).isInstanceOf(OpenAIException.class);
        assertThatThrownBy(() -> streamedResponse(BREAK)).isInstanceOf(OpenAIException.class);
    }

    @Test
    void openai_reads_embeddings() {
        assertThat(openAi().embeddings()
                        .create(EmbeddingCreateParams.builder()
                                .model("scripted")
                                .input(ASK)
                                .build())
                        .data()
                        .getFirst()
                        .embedding())
                .containsExactly(1.0f, 2.0f);
        assertNothingLeft();
    }

    private static MessageCreateParams message(String model, String content) {
        return MessageCreateParams.builder()
                .model(model)
                .maxTokens(64)
                .addUserMessage(content)
                .build();
    }

    @Test
    void anthropic_reads_a_message() {
        Message answer = anthropic().messages().create(message("claude", ASK));
        assertThat(answer.content().getFirst().text().orElseThrow().text()).isEqualTo("Écrit à " + EMAIL);
        assertThat(answer.usage().inputTokens()).isEqualTo(25);
        assertNothingLeft();
    }

    private static String streamedMessage(String content) {
        try (com.anthropic.core.http.StreamResponse<RawMessageStreamEvent> stream =
                anthropic().messages().createStreaming(message("claude", content))) {
            return stream.stream()
                    .flatMap(event -> event.contentBlockDelta().stream())
                    .flatMap(delta -> delta.delta().text().stream())
                    .map(text -> text.text())
                    .collect(Collectors.joining());
        }
    }

    @Test
    void anthropic_reads_a_message_in_pieces() {
        assertThat(streamedMessage(ASK)).isEqualTo("Écrit à " + EMAIL);
        assertNothingLeft();
    }

    @Test
    void anthropic_raises_when_a_stream_was_cut() {
        assertThatThrownBy(() -> streamedMessage(BREAK)).isInstanceOf(AnthropicServiceException.class);
    }

    @Test
    void anthropic_counts_lists_and_understands_a_refusal() {
        assertThat(anthropic()
                        .messages()
                        .countTokens(MessageCountTokensParams.builder()
                                .model("claude")
                                .addUserMessage(ASK)
                                .build())
                        .inputTokens())
                .isEqualTo(2095);
        assertThat(anthropic().models().list().data().stream()
                        .map(model -> model.id())
                        .toList())
                .contains("claude");
        assertThatThrownBy(() -> anthropic().messages().create(message("inconnu", ASK)))
                .isInstanceOf(com.anthropic.errors.NotFoundException.class)
                .hasMessageContaining("inconnu");
    }

    @Test
    void langchain4j_speaks_openai() throws Exception {
        String url = SITE.url("/v1").toString();
        assertThat(OpenAiChatModel.builder()
                        .baseUrl(url)
                        .apiKey(Installation.KEY)
                        .modelName("scripted")
                        .maxRetries(0)
                        .build()
                        .chat(ASK))
                .isEqualTo("Écrit à " + EMAIL);
        StreamingChatModel streaming = OpenAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey(Installation.KEY)
                .modelName("scripted")
                .build();
        assertThat(streamed(streaming, ASK)).isEqualTo("Écrit à " + EMAIL);
        assertThat(OpenAiEmbeddingModel.builder()
                        .baseUrl(url)
                        .apiKey(Installation.KEY)
                        .modelName("scripted")
                        .maxRetries(0)
                        .build()
                        .embed(ASK)
                        .content()
                        .vector())
                .containsExactly(1.0f, 2.0f);
        assertNothingLeft();
    }

    @Test
    void langchain4j_speaks_anthropic() throws Exception {
        String url = SITE.url("/v1/").toString();
        assertThat(AnthropicChatModel.builder()
                        .baseUrl(url)
                        .apiKey(Installation.KEY)
                        .modelName("claude")
                        .maxTokens(64)
                        .maxRetries(0)
                        .build()
                        .chat(ASK))
                .isEqualTo("Écrit à " + EMAIL);
        StreamingChatModel streaming = AnthropicStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey(Installation.KEY)
                .modelName("claude")
                .maxTokens(64)
                .build();
        assertThat(streamed(streaming, ASK)).isEqualTo("Écrit à " + EMAIL);
        assertNothingLeft();
        assertThatThrownBy(() -> streamed(streaming, BREAK)).isInstanceOf(ExecutionException.class);
    }

    private static String streamed(StreamingChatModel model, String ask) throws Exception {
        CompletableFuture<String> text = new CompletableFuture<>();
        model.chat(ask, new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                text.complete(response.aiMessage().text());
            }

            @Override
            public void onError(Throwable error) {
                text.completeExceptionally(error);
            }
        });
        return text.get(30, TimeUnit.SECONDS);
    }
}
