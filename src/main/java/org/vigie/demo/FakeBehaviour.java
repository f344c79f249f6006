package org.vigie.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model's name makes the fake do, so that a test needs no other channel than the protocol itself. */
sealed interface FakeBehaviour {
    /** Answers, every event in one write: any name that is not below. */
    record Answer() implements FakeBehaviour {}

    /** {@code fake-echo}: the last message of the user and nothing else. */
    record Echo() implements FakeBehaviour {}

    /** {@code fake-bytes-3}: the bytes of the stream in writes of 3, so that characters and events are cut anywhere. */
    record Packets(int size) implements FakeBehaviour {}

    /** {@code fake-slow}: nothing for three seconds, then answers. */
    record Slow() implements FakeBehaviour {}

    /** {@code fake-cut}, {@code fake-cut-5}: closes the connection after 3 or 5 chunks, or within a whole answer. */
    record Cut(int chunks) implements FakeBehaviour {}

    /** {@code fake-stall}, {@code fake-stall-0}: silent for ever after 3 or 0 chunks; a whole answer never begins. */
    record Stall(int chunks) implements FakeBehaviour {}

    /** {@code fake-dead}: closes the connection without a byte. */
    record Dead() implements FakeBehaviour {}

    /** {@code fake-500}, {@code fake-429}…: that status, with an error in OpenAI's shape. */
    record Status(int code) implements FakeBehaviour {}

    /** {@code fake-html-503}: that status with a page of HTML, as a proxy in between would. */
    record Html(int code) implements FakeBehaviour {}

    /** {@code fake-error-in-stream}: status 200, two chunks, then an error event. */
    record ErrorInStream() implements FakeBehaviour {}

    /** {@code fake-bad-json}: status 200 and JSON that ends too early. */
    record BadJson() implements FakeBehaviour {}

    Pattern NAME = Pattern.compile("fake-([a-z]+(?:-[a-z]+)*)?-?(\\d{1,4})?");

    static FakeBehaviour of(String model) {
        Matcher name = NAME.matcher(model.toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return new Answer();
        }
        String number = name.group(2);
        int given = number == null ? -1 : Integer.parseInt(number);
        int chunks = given < 0 ? 3 : given;
        String word = name.group(1);
        return switch (word == null ? "" : word) {
            case "" -> given >= 400 && given <= 599 ? new Status(given) : new Answer();
            case "echo" -> new Echo();
            case "bytes" -> new Packets(Math.max(1, given));
            case "slow" -> new Slow();
            case "cut" -> new Cut(chunks);
            case "stall" -> new Stall(chunks);
            case "dead" -> new Dead();
            case "html" -> new Html(given >= 400 && given <= 599 ? given : 503);
            case "error-in-stream" -> new ErrorInStream();
            case "bad-json" -> new BadJson();
            default -> new Answer();
        };
    }
}
