package org.vigie.architecturefixture.bad.deeper;

/** In a package below a module. */
final class Nested {}
