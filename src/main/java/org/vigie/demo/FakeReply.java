package org.vigie.demo;

/** What the fake model says. */
sealed interface FakeReply {
    record Text(String markdown) implements FakeReply {}

    /** @param arguments a JSON object, as text */
    record ToolCall(String name, String arguments) implements FakeReply {}
}
