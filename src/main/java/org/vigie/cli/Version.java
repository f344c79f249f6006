package org.vigie.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as the jar's manifest names it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Vigie " + text()};
    }

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }
}
