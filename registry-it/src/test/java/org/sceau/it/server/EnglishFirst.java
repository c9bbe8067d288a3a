package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A registry whose operator put English first, whose house has an identity provider besides passwords, and which is reached by a name: passkeys are bound to one, and to no number. */
public final class EnglishFirst {
    private static final LocalProvider PROVIDER = new LocalProvider();

    private EnglishFirst() {}

    public static RunningRegistry registry() {
        return RunningRegistry.hastened(
                "english-first",
                Map.of(
                        "SCEAU_OPERATOR",
                        operator(),
                        "SCEAU_PUBLIC_URL",
                        "http://localhost:" + RunningRegistry.PORT,
                        "SCEAU_OIDC_ISSUER",
                        PROVIDER.issuer(),
                        "SCEAU_OIDC_CLIENT",
                        LocalProvider.CLIENT,
                        "SCEAU_OIDC_SECRET",
                        LocalProvider.SECRET,
                        "SCEAU_OIDC_PASSWORDS",
                        "true"));
    }

    public static LocalProvider provider() {
        return PROVIDER;
    }

    private static String operator() {
        try {
            String shipped =
                    Files.readString(Checkout.root().resolve("registry-ejb/src/main/resources/operator/default.yaml"));
            assertThat(shipped).contains("languages: [fr, en]");
            Path file =
                    Files.createDirectories(Checkout.target().resolve("homes")).resolve("english-first.yaml");
            Files.writeString(file, shipped.replace("languages: [fr, en]", "languages: [en, fr]"));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
