package org.vigie.web;

/**
 * What somebody must know now, above every page.
 *
 * @param link where there is more, from the root of the site; empty where there is no more
 * @param more what the link is called
 */
public record Banner(String words, String link, String more) {
    public Banner(String words) {
        this(words, "", "");
    }
}
