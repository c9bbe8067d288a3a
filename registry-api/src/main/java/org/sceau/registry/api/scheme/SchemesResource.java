package org.sceau.registry.api.scheme;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Scheme definitions as the registry applies them. Public. */
@Path("v1/schemes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
public class SchemesResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviseSchemes revising;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request conditions;

    @GET
    @PermitAll
    @Operation(summary = "Every version of every scheme")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = SchemeRow.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query.of(asked.getQueryParameters(), Set.of());
        List<SchemeVersion> all = schemes.all();
        return cacheable(new EntityTag(SchemeRow.digest(all)), () -> SchemeRow.All.of(all));
    }

    @GET
    @Path("{scheme}/{version}")
    @PermitAll
    @Operation(summary = "One version: what it grants, demands and decides, each row with its source")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = SchemeView.class)))
    @APIResponse(
            responseCode = "default",
            description = "scheme-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("scheme") String scheme, @PathParam("version") String version) {
        Query.of(asked.getQueryParameters(), Set.of());
        SchemeVersion found = find(scheme, version);
        return cacheable(new EntityTag(found.definition()), () -> SchemeView.of(found));
    }

    @GET
    @Path("{scheme}/{version}/revisions")
    @PermitAll
    @Operation(summary = "Editions of the definition that are or were in use, the lowest number first")
    @APIResponse(
            responseCode = "200",
            description = "The editions",
            content = @Content(schema = @Schema(implementation = EditionView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "scheme-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response editions(@PathParam("scheme") String scheme, @PathParam("version") String version) {
        Query.of(asked.getQueryParameters(), Set.of());
        SchemeVersion found = find(scheme, version);
        return Response.ok(EditionView.All.of(revising.used(found.id())))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("{scheme}/{version}/revisions/{revision}")
    @PermitAll
    @Produces("application/yaml")
    @Operation(summary = "The definition file of an edition, byte for byte")
    @APIResponse(
            responseCode = "200",
            description = "The file; its SHA-256 is the ETag",
            content = @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "default",
            description = "scheme-unknown, revision-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response edition(
            @PathParam("scheme") String scheme,
            @PathParam("version") String version,
            @PathParam("revision") String revision) {
        Query.of(asked.getQueryParameters(), Set.of());
        SchemeVersion found = find(scheme, version);
        Revision used = revising.used(found.id()).stream()
                .map(Revisions.Recorded::revision)
                .filter(known -> Integer.toString(known.number()).equals(revision))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of("revision-unknown", Refusal.Kind.NOT_FOUND).asException());
        return cacheable(
                new EntityTag(used.sha256()),
                () -> revising.usedText(found.id(), used.number()).orElseThrow());
    }

    /** A definition changes with a release and when two administrators correct it; a copy is checked again. */
    private Response cacheable(EntityTag tag, Supplier<Object> view) {
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view.get()) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private SchemeVersion find(String scheme, String version) {
        try {
            return schemes.version(SchemeVersionId.of(scheme, version)).orElseThrow(SchemesResource::unknown);
        } catch (IllegalArgumentException misshapen) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refusal.of("scheme-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
