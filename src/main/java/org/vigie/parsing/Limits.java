package org.vigie.parsing;

import java.time.Duration;

/**
 * What one file may take.
 *
 * @param bytes of the file, and of all that is attached to it
 * @param pages pages, slides or sheets
 * @param characters of text, in all; the rest is left out and noted
 * @param soft from here on no more attachments are opened
 * @param hard from here on the process is killed, unless it recognises pictures
 * @param recognition the time that recognising pictures may take besides, in all; pages that remain are noted
 * @param recognitionOfAPage the same for one page
 * @param heapMegabytes of the process
 */
public record Limits(
        long bytes,
        int pages,
        int characters,
        Duration soft,
        Duration hard,
        Duration recognition,
        Duration recognitionOfAPage,
        int heapMegabytes) {
    public static final Limits USUAL = new Limits(
            200L << 20,
            2_000,
            20_000_000,
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            512);
}
