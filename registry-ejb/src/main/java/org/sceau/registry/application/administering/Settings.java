package org.sceau.registry.application.administering;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the environment says, read once at the start.
 *
 * @param home          data folder ({@code SCEAU_HOME}); keys, imports, index and published files live below it
 * @param mode          {@code SCEAU_MODE}; demo unless it says production
 * @param publicUrl     {@code SCEAU_PUBLIC_URL}, without a slash at its end
 * @param operatorFile  {@code SCEAU_OPERATOR}; the fictional default when absent
 * @param schemes       folder of corrected scheme definitions ({@code SCEAU_SCHEMES}); {@code schemes} of the data folder when absent
 * @param rehearsal     file with the instant it is in a rehearsal ({@code SCEAU_REHEARSAL_CLOCK}); in demo mode only
 * @param databaseOwner {@code SCEAU_DB_OWNER_USER}: runs migrations; without it the application's own role does
 * @param signer        where the signing key is; the demo key when absent, which production refuses
 * @param node          names this node among others
 * @param lookEvery     time between two looks at what is due ({@code SCEAU_LOOK_EVERY}); 1 second to an hour
 * @param demoCases     whether an empty demo registry gets fictional dossiers ({@code SCEAU_DEMO_CASES}); never in production or a rehearsal
 */
public record Settings(
        Path home,
        Mode mode,
        URI publicUrl,
        Optional<Path> operatorFile,
        Path schemes,
        Optional<Path> rehearsal,
        Optional<Owner> databaseOwner,
        Optional<Signer> signer,
        String node,
        Duration lookEvery,
        boolean demoCases) {
    /** Where nobody says otherwise. */
    public static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** Whether everything shown is fictional. */
    public enum Mode {
        DEMO,
        PRODUCTION
    }

    /** The role that owns the tables. */
    public record Owner(String user, String password) {
        @Override
        public String toString() {
            return "Owner[" + user + "]";
        }
    }

    /**
     * A PKCS#12 file ({@code SCEAU_SIGNER_FILE}) and its passphrase ({@code SCEAU_SIGNER_PASSWORD}).
     *
     * @param announced PEM file with every announced certificate, this signer's among them ({@code SCEAU_SIGNER_ANNOUNCED})
     */
    public record Signer(Path file, String password, Optional<Path> announced) {
        @Override
        public String toString() {
            return "Signer[" + file + "]";
        }
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}
