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
import org.sceau.registry.api.query.Parameters;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;

/** Scheme definitions as the registry applies them. Public. */
@Path("v1/schemes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
public class SchemesResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

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
        Parameters.of(asked.getQueryParameters(), Set.of());
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
        Parameters.of(asked.getQueryParameters(), Set.of());
        SchemeVersion found = find(scheme, version);
        return cacheable(new EntityTag(found.definition()), () -> SchemeView.of(found));
    }

    /** The definition is fixed while the house is open; a copy is checked again after a release. */
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
