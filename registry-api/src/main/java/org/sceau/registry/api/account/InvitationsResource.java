package org.sceau.registry.api.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameters;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.domain.access.InvitationId;

/** Invitations on their way: seen, approved by a second person, taken back. */
@Path("v1/invitations/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class InvitationsResource extends PeopleActing {
    @GET
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "An invitation")
    @APIResponse(
            responseCode = "200",
            description = "The invitation",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "default",
            description = "invitation-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(
                Response.ok(), new InvitePeople.Given(inviting.one(caller.actor(), invitation(id)), Optional.empty()));
    }

    @POST
    @Path("approval")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(
            summary = "Approve an invitation as the second person",
            description =
                    "The code is told once, to whoever approves: give it to the person invited, and to nobody else.")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The invitation, with the code that the person needs",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "invitation-unknown, approval-own-proposal, invitation-approved, invitation-over, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response approve(@PathParam("id") String id, InputStream body) {
        InvitationId known = invitation(id);
        Sent sent = Sent.of(request, asked, headers, body);
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        sent.noBody();
        InvitePeople.Given given = match.guard(
                () -> inviting.one(caller.actor(), known).version(),
                seen -> onceGiven(key, () -> inviting.approve(caller.actor(), known, seen)));
        return acted(Response.ok(), InvitationView.of(given));
    }

    @DELETE
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "Take an invitation back, or refuse it as the second person")
    @Parameters(@Parameter(ref = "If-Match"))
    @APIResponse(
            responseCode = "200",
            description = "The invitation after the act",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "default",
            description = "invitation-unknown, invitation-over, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response revoke(@PathParam("id") String id, InputStream body) {
        InvitationId known = invitation(id);
        Sent sent = Sent.of(request, asked, headers, body);
        IfMatch match = sent.ifMatch();
        sent.noBody();
        return answer(
                Response.ok(),
                match.guard(
                        () -> inviting.one(caller.actor(), known).version(),
                        seen -> new InvitePeople.Given(
                                inviting.revoke(caller.actor(), known, seen), Optional.empty())));
    }
}
