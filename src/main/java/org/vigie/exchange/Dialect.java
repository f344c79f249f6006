package org.vigie.exchange;

/** The wire formats in which a client may ask and a provider may answer. */
public enum Dialect {
    /** OpenAI, {@code POST /v1/chat/completions}. */
    CHAT_COMPLETIONS(new ChatCompletionsAnswer()),
    /** OpenAI, {@code POST /v1/responses}. */
    RESPONSES(new ResponsesAnswer()),
    /** OpenAI, {@code POST /v1/embeddings}. */
    EMBEDDINGS(new EmbeddingsAnswer()),
    /** OpenAI, {@code POST /v1/images/generations}. */
    IMAGES(new ImagesAnswer()),
    /** OpenAI, {@code POST /v1/audio/speech}: JSON in, sound out. */
    SPEECH(new SpeechAnswer()),
    /** OpenAI, {@code POST /v1/audio/transcriptions}: a form with sound in, text out. */
    TRANSCRIPTION(new TranscriptionAnswer()),
    /** Anthropic, {@code POST /v1/messages}. */
    MESSAGES(new MessagesAnswer()),
    /** Anthropic, {@code POST /v1/messages/count_tokens}. */
    COUNT_TOKENS(new EmbeddingsAnswer());

    private final AnswerForm answer;

    Dialect(AnswerForm answer) {
        this.answer = answer;
    }

    /** How its answers are written. */
    public AnswerForm answer() {
        return answer;
    }

    /** Whether a model is asked to write: an embedding, a picture, a sound, a transcript or a count is not written by it. */
    public boolean writes() {
        return switch (this) {
            case CHAT_COMPLETIONS, RESPONSES, MESSAGES -> true;
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION, COUNT_TOKENS -> false;
        };
    }
}
