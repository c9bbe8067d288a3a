package org.sceau.it.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made, found from the root of the checkout. */
public final class Checkout {
    private Checkout() {}

    public static Path root() {
        String told = System.getProperty("sceau.root");
        return told == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(told);
    }

    public static Path archive() {
        return built("registry-web/target/sceau.war");
    }

    public static Path server() {
        return built("registry-web/target/payara-micro.jar");
    }

    /** Where the tests of this module may write. */
    public static Path target() {
        return root().resolve("registry-it/target");
    }

    private static Path built(String name) {
        Path file = root().resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: build with -am and at least the phase package");
        }
        return file;
    }
}
