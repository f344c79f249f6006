package org.vigie.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** One short version for all our style sheets, scripts and icons: a checksum of their bytes. */
final class Assets {
    private static final List<String> FILES = List.of(
            "css/vigie.css", "css/chat.css", "css/design.css", "js/vigie.js", "js/chat.js", "icons.svg", "favicon.svg");
    private static final String VERSION = checksum();

    private Assets() {}

    static String version() {
        return VERSION;
    }

    private static String checksum() {
        CRC32 crc = new CRC32();
        FILES.forEach(file -> crc.update(bytes(file)));
        return Long.toString(crc.getValue(), Character.MAX_RADIX);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream("META-INF/resources/" + file)) {
            if (in == null) throw new IllegalStateException("not packaged: " + file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
