package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the jar, and what would only make it heavier. */
class PackageIT {
    @Test
    void native_libraries_are_this_platforms_alone() throws IOException {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String here = "ai/onnxruntime/native/" + (arm ? "linux-aarch64" : "linux-x64") + "/";
        try (ZipFile jar = new ZipFile(Path.of(System.getProperty("vigie.jar")).toFile())) {
            List<String> natives = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("ai/onnxruntime/native/") && !name.endsWith("/"))
                    .sorted()
                    .toList();
            assertThat(natives).containsExactly(here + "libonnxruntime.so", here + "libonnxruntime4j_jni.so");
            assertThat(jar.getEntry("ThirdPartyNotices.txt")).isNotNull();
        }
    }
}
