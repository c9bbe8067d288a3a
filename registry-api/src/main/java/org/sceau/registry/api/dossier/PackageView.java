package org.sceau.registry.api.dossier;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.publishing.AgencyPackages;
import org.sceau.registry.application.publishing.SendPackage;

/**
 * The package for the European agency.
 *
 * @param missing what it lacks, such as {@code certification-report/en}
 * @param sentAt  instant at which it was sent last; absent while it never was
 */
@Schema(name = "AgencyPackage")
public record PackageView(
        boolean complete,
        List<String> missing,
        List<ItemView> documents,
        @Nullable String sentAt,
        @Nullable String sha256) {

    @Schema(name = "PackageDocument")
    public record ItemView(
            String type, String language, @Nullable String edition, String sha256) {}

    static PackageView of(SendPackage.Sight sight) {
        return new PackageView(
                sight.content().isComplete(),
                sight.content().missing(),
                sight.content().items().stream()
                        .map(item -> new ItemView(
                                item.type(), item.language(), item.edition().orElse(null), item.sha256()))
                        .toList(),
                sight.sent().map(sent -> sent.sentAt().toString()).orElse(null),
                sight.sent().map(AgencyPackages.Sent::sha256).orElse(null));
    }
}
