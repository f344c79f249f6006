package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as Maven wrote it into the jar. */
final class Version implements IVersionProvider {
    private static final String POM = "/META-INF/maven/org.vigie/vigie/pom.properties";

    @Override
    public String[] getVersion() {
        return new String[] {"Vigie " + text()};
    }

    static String text() {
        try (InputStream stream = Version.class.getResourceAsStream(POM)) {
            if (stream == null) return "(development)";
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", "(unknown)");
        } catch (IOException damaged) {
            return "(unknown)";
        }
    }
}
