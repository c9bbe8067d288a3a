package org.sceau.registry.infrastructure.keystore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerStore;
import org.sceau.trustlist.signing.SignerUnsuitable;

/** Gives the key that signs trust lists, and the certificates that were announced for it and for the next one. */
@ApplicationScoped
public class ListSigners {
    /** Stands in the certificate, so that nobody can miss it and production can refuse it. */
    static final String DEMO_NAME = "DEMONSTRATION KEY, NOT FOR TRUST";

    private static final char[] DEMO_PASSWORD = "demonstration".toCharArray();
    private static final Logger LOG = Logger.getLogger(ListSigners.class.getName());
    private static final Period DEMO_LIFE = Period.ofYears(5);

    @Produces
    @Singleton
    ListSigner signer(Settings settings, Operator operator, Clock clock) {
        return of(settings, operator, clock.instant());
    }

    /** @throws CannotStart {@code signer-missing}, {@code signer-unreadable} or {@code signer-is-demo} */
    static ListSigner of(Settings settings, Operator operator, Instant now) {
        ListSigner signer = settings.signer()
                .map(configured -> load(configured.file(), configured.password().toCharArray()))
                .orElseGet(() -> demo(settings, operator, now));
        boolean demonstration = signer.certificate()
                .getSubjectX500Principal()
                .getName()
                .contains(DEMO_NAME.substring(0, "DEMONSTRATION KEY".length()));
        if (!settings.isDemo() && demonstration) {
            throw new CannotStart("signer-is-demo", "production does not sign with a demonstration key");
        }
        return signer;
    }

    @Produces
    @Singleton
    AnnouncedSigners announced(Settings settings, ListSigner signer, Clock clock) {
        return announced(settings, signer, clock.instant());
    }

    /**
     * The announced signers. A demonstration may go without: then its own signer is the only one, and a warning says so.
     *
     * @throws CannotStart {@code signer-announced-unreadable}; {@code signer-not-announced} when the signer is none of them; {@code
     *     signer-overlap-lt-3m} when no two of them are valid together for three months, and in production when none are configured
     */
    static AnnouncedSigners announced(Settings settings, ListSigner signer, Instant now) {
        Optional<AnnouncedSigners> configured =
                settings.signer().flatMap(Settings.Signer::announced).map(ListSigners::announced);
        AnnouncedSigners announced = configured.orElseGet(() -> AnnouncedSigners.only(signer.certificate()));
        if (!announced.certificates().contains(signer.certificate())) {
            throw new CannotStart(
                    SignerUnsuitable.NOT_ANNOUNCED, "the signer's certificate is not in SCEAU_SIGNER_ANNOUNCED");
        }
        try {
            announced.requireOverlap();
        } catch (SignerUnsuitable alone) {
            if (!settings.isDemo() || configured.isPresent()) {
                throw new CannotStart(alone.code(), alone.getMessage() + "; see SCEAU_SIGNER_ANNOUNCED");
            }
            LOG.warning(() -> alone.getMessage() + "; a demonstration goes on");
        }
        if (configured.isPresent() && announced.lasting(now) < 2) {
            LOG.warning("fewer than two announced signers have not expired: announce the next one now");
        }
        return announced;
    }

    private static AnnouncedSigners announced(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return AnnouncedSigners.read(pem);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new CannotStart("signer-announced-unreadable", file + ": " + e.getMessage());
        }
    }

    private static ListSigner demo(Settings settings, Operator operator, Instant now) {
        if (!settings.isDemo()) {
            throw new CannotStart(
                    "signer-missing", "production needs SCEAU_SIGNER_FILE (PKCS#12) and SCEAU_SIGNER_PASSWORD");
        }
        // The certificate names the operator letter for letter, so another operator gets another key.
        String owner = HexFormat.of()
                .toHexDigits((operator.territory() + operator.name().en()).hashCode());
        Path file = settings.home().resolve("keys").resolve("demo-list-signer-" + owner + ".p12");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                KeyPair keys = SignerKey.P256.generate();
                Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
                X509Certificate certificate = SignerCertificates.selfSigned(
                        keys,
                        operator.territory(),
                        operator.name().en(),
                        DEMO_NAME,
                        from,
                        from.atOffset(ZoneOffset.UTC).plus(DEMO_LIFE).toInstant());
                SignerStore.store(file, keys.getPrivate(), certificate, DEMO_PASSWORD);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart("signer-unreadable", file + ": " + e.getMessage());
        }
        return load(file, DEMO_PASSWORD);
    }

    private static ListSigner load(Path file, char[] password) {
        try {
            return SignerStore.load(file, password);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new CannotStart("signer-unreadable", file + ": " + e.getMessage());
        }
    }
}
