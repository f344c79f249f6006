/**
 * The chat page: conversations of one person, sealed at rest ({@link org.vigie.assistant.ConversationStore}), answers that go
 * on when nobody looks ({@link org.vigie.assistant.Answers}) and Markdown made safe on the server. What examines, routes
 * and records stands behind {@link org.vigie.assistant.Asking}; nothing here talks to a provider, and no conversation is
 * ever shown to anybody but its person.
 */
@NullMarked
package org.vigie.assistant;

import org.jspecify.annotations.NullMarked;
