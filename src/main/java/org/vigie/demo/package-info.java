/**
 * What shows Vigie without any model and without any real person: {@link org.vigie.demo.FakeModel}, a provider that
 * speaks the OpenAI protocol and composes its answers from what it received, and {@link org.vigie.demo.Demo}, the
 * fictitious firm of {@code ./vigie start --demo}. Never pretends: what it makes says that it is a demonstration. Nothing
 * else depends on it but the commands and the tests.
 */
@NullMarked
package org.vigie.demo;

import org.jspecify.annotations.NullMarked;
