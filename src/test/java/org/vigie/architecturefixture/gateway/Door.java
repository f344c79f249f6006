package org.vigie.architecturefixture.gateway;

/** Nobody but the outside world may use it. */
public final class Door {}
