package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public final class Vigie {
    private Vigie() {}

    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
