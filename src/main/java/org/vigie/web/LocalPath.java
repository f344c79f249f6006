package org.vigie.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where to go on after a sign-in: never another site, whatever the address said. */
public final class LocalPath {
    public static final String HOME = "/";
    private static final int LONGEST = 500;

    private LocalPath() {}

    /** The wanted path when it is one of this site, else the home page. */
    public static String orHome(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    /** The address of the sign-in page that leads back to where one wanted to go. */
    static String signIn(String wanted) {
        return then("/sign-in", wanted);
    }

    public static String then(String page, String wanted) {
        String next = orHome(wanted);
        return next.equals(HOME) ? page : page + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Browsers read {@code //host} and {@code /\host} as another site, and drop tabs and line ends before they do. */
    private static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }
}
