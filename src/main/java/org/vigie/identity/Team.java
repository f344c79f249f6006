package org.vigie.identity;

/** @param code short and stable, {@code [a-z0-9-]+} */
public record Team(String code, String name) {}
