package org.sceau.registry.application.recording;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.visa.VisaId;

/** What the certificate of each visa says. One that was issued never changes. */
public interface Certificates {

    /** A certificate as it was issued. */
    record Issued(VisaId visa, Certificate certificate, String sha256, Instant issuedAt, long position) {}

    Optional<Issued> find(VisaId visa);

    /** @param content the certificate as canonical text, whose digest it bears */
    void add(Issued issued, String content);
}
