package org.sceau.registry.api.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.outgoing.OutgoingFile;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.domain.refusal.Refused;

/** Imports of catalogues. A dry run unless the caller says otherwise. */
@Path("v1/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = "token")
public class ImportsResource {
    private static final String ADDRESS = "/api/v1/imports/";

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Languages languages;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    /**
     * Receives a catalogue and carries it out, before answering or after it.
     *
     * @param body bytes of the source, as they stream in; at most 512 MiB
     * @throws Refused see {@link ImportCatalogue#now}; and {@code parameter-invalid}, {@code body-incomplete}
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("ADMINISTRATOR")
    @Operation(
            summary = "Import a catalogue",
            description =
                    "The body is the source itself, whatever its content type. A dry run unless dryRun=false: it tells what "
                            + "would happen and changes nothing. With `Prefer: respond-async` the answer comes at once.")
    @Parameter(name = "format", in = ParameterIn.QUERY, required = true, description = "anssi-catalogue or sceau-csv")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    @Parameter(
            name = "edition",
            in = ParameterIn.QUERY,
            description = "day of the edition, YYYY-MM-DD, not in the future",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(ref = "Idempotency-Key")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = "respond-async (RFC 7240)")
    @Parameter(name = "X-File-Name", in = ParameterIn.HEADER, description = "what you call the file")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "Carried out: what became of the rows, or in a dry run what would",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Received; under way in the background",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "parameter-missing, parameter-invalid, parameter-unknown, format-unknown, edition-in-the-future, "
                            + "body-empty, body-incomplete",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-needed, token-refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "403", description = "role-missing", content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "409",
            description = "import-cancelled, by another request; idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "413",
            description = "body-too-large: more than 512 MiB",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "422",
            description =
                    "The source cannot be read as a whole; nothing of it was recorded. Has code, line, value and the id of "
                            + "the import",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response send(InputStream body) throws IOException {
        Query query = Query.of(asked.getQueryParameters(), Set.of("format", "dryRun", "edition"));
        ImportRequest request = new ImportRequest(
                query.needed("format"),
                query.flag("dryRun", true),
                query.day("edition"),
                SourceName.of(
                        headers.getHeaderString("X-File-Name"),
                        headers.getHeaderString(HttpHeaders.CONTENT_DISPOSITION)),
                Sent.key(headers));
        ReceivedBody.checkAnnounced(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        ReceivedBody source = new ReceivedBody(body);
        if (Preference.wantsAsync(headers.getRequestHeader("Prefer"))) {
            ImportJob job = imports.later(caller.actor(), request, source);
            return Response.accepted(ImportView.of(job))
                    .header(HttpHeaders.LOCATION, ADDRESS + job.id())
                    .header("Preference-Applied", Preference.RESPOND_ASYNC)
                    .build();
        }
        ImportJob job = imports.now(caller.actor(), request, source);
        String wanted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return ImportAnswer.of(job, ProblemTexts.acceptable(wanted, languages.first()));
    }

    @GET
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(summary = "The latest 50 imports, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The latest imports",
            content = @Content(schema = @Schema(implementation = ImportView.Latest.class)))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "403", description = "role-missing", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public ImportView.Latest latest() {
        Query.of(asked.getQueryParameters(), Set.of());
        return new ImportView.Latest(
                imports.latest(caller.actor()).stream().map(ImportView::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(summary = "How far an import is, or how it ended")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "403", description = "role-missing", content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "404",
            description = "import-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public ImportView one(@PathParam("id") String id) {
        return ImportView.of(imports.find(caller.actor(), ImportId.checked(id)));
    }

    /** Asks for a stop; the import ends after the portion it is at, and keeps what it recorded. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("ADMINISTRATOR")
    @Operation(
            summary = "Ask a running import to stop",
            description = "Visas already recorded stay, each of them whole.")
    @APIResponse(
            responseCode = "202",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "403", description = "role-missing", content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "404",
            description = "import-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "409", description = "import-over", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response cancel(@PathParam("id") String id) {
        ImportJob job = imports.cancel(caller.actor(), ImportId.checked(id));
        return Response.accepted(ImportView.of(job)).build();
    }

    @GET
    @Path("{id}/report.csv")
    @Produces("text/csv")
    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    @Operation(
            summary = "What became of each row",
            description =
                    "UTF-8, RFC 4180, every cell quoted: row, locator, outcome, kind, code, column, value, family, slug. One "
                            + "line per remark, one for a row without any. A cell that a spreadsheet would take for a formula starts with an "
                            + "apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-needed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "403", description = "role-missing", content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "404",
            description = "import-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response report(@PathParam("id") String id) throws IOException {
        String known = ImportId.checked(id);
        OutgoingFile report = ReportFile.write(rows -> imports.report(caller.actor(), known, rows));
        return Response.ok((StreamingOutput) report::sendTo)
                .type("text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_LENGTH, report.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + known + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
