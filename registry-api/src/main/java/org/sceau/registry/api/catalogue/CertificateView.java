package org.sceau.registry.api.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.recording.Certificates;
import org.sceau.registry.domain.visa.Visa;

/**
 * What a certificate says, as it was issued.
 *
 * @param sha256   of its canonical content; the journal entry at {@code position} has the same
 * @param position of the entry in the journal
 */
@Schema(name = "Certificate")
public record CertificateView(String visa, String issuedAt, String sha256, long position, List<LineView> lines) {

    /** A field that the scheme asks for. */
    @Schema(name = "CertificateLine")
    public record LineView(String field, BothLanguages label, List<String> values) {}

    static CertificateView of(Visa visa, Certificates.Issued issued) {
        return new CertificateView(
                visa.slug().value(),
                issued.issuedAt().toString(),
                issued.sha256(),
                issued.position(),
                issued.certificate().lines().stream()
                        .map(line -> new LineView(line.field(), BothLanguages.of(line.label()), line.values()))
                        .toList());
    }
}
