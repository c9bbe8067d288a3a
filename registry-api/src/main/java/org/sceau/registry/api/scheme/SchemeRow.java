package org.sceau.registry.api.scheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.domain.scheme.Applicability;
import org.sceau.registry.domain.scheme.SchemeVersion;

/**
 * A version of a scheme in the list of all.
 *
 * @param revision   number of the edition in use
 * @param definition SHA-256 of its definition file
 * @param unverified rows whose source nobody has read: applied, and shown as such
 */
@Schema(name = "SchemeRow")
public record SchemeRow(
        String id,
        String version,
        String family,
        BothLanguages label,
        BothLanguages shortLabel,
        AppliesView applies,
        boolean listed,
        int revision,
        String definition,
        int unverified) {

    @Schema(name = "Applicability")
    public record AppliesView(
            String from,
            @Nullable String opensDossiersUntil,
            @Nullable String issuesUntil,
            String source,
            boolean verified) {
        static AppliesView of(Applicability applies) {
            return new AppliesView(
                    applies.validFrom().toString(),
                    applies.opensDossiersUntil().map(Object::toString).orElse(null),
                    applies.issuesUntil().map(Object::toString).orElse(null),
                    applies.source(),
                    applies.verified());
        }
    }

    @Schema(name = "SchemeVersions")
    public record All(List<SchemeRow> schemes) {
        static All of(List<SchemeVersion> all) {
            return new All(all.stream().map(SchemeRow::of).toList());
        }
    }

    static SchemeRow of(SchemeVersion version) {
        return new SchemeRow(
                version.id().scheme().value(),
                version.id().version(),
                version.family().value(),
                BothLanguages.of(version.label()),
                BothLanguages.of(version.shortLabel()),
                AppliesView.of(version.applicability()),
                version.isListed(),
                version.revision(),
                version.definition(),
                Unverified.in(version));
    }

    /** The digest of the digests of all of them. */
    static String digest(List<SchemeVersion> all) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all.forEach(version ->
                    digest.update((version.id() + " " + version.definition() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
