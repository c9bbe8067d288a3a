package org.sceau.registry.api.catalogue;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.recording.Certificates;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

/** The certificate of a public visa that was granted here: every field its scheme asks for (EUCC Annex VII). */
@Path("v1/visas/{slug}/certificate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CertificateResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalogue catalogue;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Certificates certificates;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request conditions;

    @GET
    @PermitAll
    @Operation(summary = "What the certificate of a visa says, as it was issued")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = @Content(schema = @Schema(implementation = CertificateView.class)))
    @APIResponse(
            responseCode = "default",
            description = "visa-unknown; certificate-unknown for a visa that came from elsewhere",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response certificate(@PathParam("slug") String slug) {
        Query.of(asked.getQueryParameters(), Set.of());
        Visa visa = find(slug);
        Certificates.Issued issued = certificates
                .find(visa.id())
                .orElseThrow(() -> Refusal.of("certificate-unknown", Refusal.Kind.NOT_FOUND)
                        .asException());
        EntityTag tag = new EntityTag(issued.sha256());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(CertificateView.of(visa, issued)) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private Visa find(String slug) {
        try {
            return catalogue.find(new Slug(slug)).orElseThrow(CertificateResource::unknown);
        } catch (IllegalArgumentException notOne) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
