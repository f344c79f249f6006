package org.vigie.architecturefixture.bad;

/** Its name says nothing. */
final class PromptHelper {}
