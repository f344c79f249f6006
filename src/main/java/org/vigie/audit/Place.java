package org.vigie.audit;

/**
 * Where one record stands in the chain of its writer.
 *
 * @param says {@code opened}, {@code closed}, {@code lost} or {@code act}
 * @param entry its number, from 1 without gaps
 * @param hash SHA-256 over it and the hash before, hexadecimal
 */
public record Place(String says, String writer, long entry, String hash) {}
