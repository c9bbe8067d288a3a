package org.sceau.registry.api.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.outgoing.ZipParcel;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.application.auditing.ExportDossier;
import org.sceau.registry.domain.dossier.DossierId;

/** A dossier whole, with the entries of the journal that tell of it, for an auditor. */
@Path("v1/dossiers/{id}/export")
@RequestScoped
@Tag(name = "Dossiers")
@SecurityRequirement(name = "token")
public class ExportResource extends DossierActing {
    private static final String ZIP = "application/zip";

    @Inject
    @SuppressWarnings("NullAway.Init")
    ExportDossier exporting;

    @GET
    @Produces(ZIP)
    @RolesAllowed("AUDITOR")
    @Operation(
            summary = "Take a dossier out whole, with its journal",
            description =
                    "Every version of it and of what was proposed, the words signed with passkeys, and the entries of the journal with"
                            + " the salts that open them; `manifest.json` has the SHA-256 of each file, `LISEZMOI-README.txt` says how to check it"
                            + " without this registry. Exploitation details, complaints and bytes of documents are not in it.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "default",
            description = "dossier-unknown, dossier-erased, role-missing, step-up-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response export(@PathParam("id") String id) throws IOException {
        DossierId dossier = id(id);
        ZipParcel.Packed packed = ZipParcel.packed(sink -> exporting.export(actor(), dossier, sink));
        StreamingOutput sent = packed.file()::sendTo;
        return Response.ok(sent, ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, packed.file().size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + packed.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
