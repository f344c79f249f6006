/**
 * The HTTP doors for other programs: the APIs of OpenAI and Anthropic. Translates between HTTP and {@link org.vigie.flow.ChatFlow},
 * and every {@link org.vigie.kernel.Problem} into the API's own error shape. Nothing depends on it.
 */
@NullMarked
package org.vigie.gateway;

import org.jspecify.annotations.NullMarked;
