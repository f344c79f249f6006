package org.vigie.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.local.Llama.Unfit;

/** The library for this machine, out of the jar. */
final class NativeLibrary {
    private NativeLibrary() {}

    /** @throws Unfit where there is none for this machine, or it does not load */
    static SymbolLookup load() throws Unfit {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String resource = "/de/kherud/llama/" + system + "/" + processor + "/libjllama.so";
        try (InputStream packed = NativeLibrary.class.getResourceAsStream(resource)) {
            if (packed == null) throw new Unfit("Vigie has no library for " + system + " on " + processor);
            return unpacked(packed);
        } catch (IOException unwritable) {
            throw new Unfit("the native library cannot be unpacked into " + System.getProperty("java.io.tmpdir"));
        }
    }

    private static SymbolLookup unpacked(InputStream packed) throws IOException, Unfit {
        Path directory = Files.createTempDirectory("vigie-local");
        Path file = directory.resolve("libjllama.so");
        try {
            Files.copy(packed, file);
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException refused) {
            throw new Unfit("the native library does not load: it needs glibc, libstdc++ and libgomp, and a temporary"
                    + " directory (" + directory.getParent() + ") that programs may be run from");
        } finally {
            // What is loaded stays, and nothing is left behind however the process ends.
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }
}
