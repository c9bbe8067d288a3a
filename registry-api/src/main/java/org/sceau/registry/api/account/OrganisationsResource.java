package org.sceau.registry.api.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.domain.access.Invitee;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.OrganisationKind;

/** Organisations and their people. Each sees its own; administrators and auditors all. */
@Path("v1/organisations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class OrganisationsResource extends PeopleActing {
    @GET
    @RolesAllowed({"ADMINISTRATOR", "MANAGER", "AUDITOR"})
    @Operation(summary = "Organisations that you may see, by name")
    @APIResponse(
            responseCode = "200",
            description = "The organisations",
            content = @Content(schema = @Schema(implementation = OrganisationView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "parameter-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response all() {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(OrganisationView.All.of(organisations.all(caller.actor()))))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER", "AUDITOR"})
    @Operation(summary = "An organisation")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(
            responseCode = "default",
            description = "organisation-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return shown(Response.ok(), organisations.one(caller.actor(), organisation(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMINISTRATOR")
    @Operation(
            summary = "Register an organisation",
            description = "Its people see the dossiers and visas of exactly this name, which never changes.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeopleRequests.NewOrganisation.class)))
    @APIResponse(
            responseCode = "201",
            description = "The organisation, with its address in Location",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(
            responseCode = "default",
            description = "organisation-known, organisations-full, field-invalid, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response register(InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        PeopleRequests.NewOrganisation said = sent.body(PeopleRequests.NewOrganisation.class);
        String name = said.given();
        OrganisationKind kind = said.known();
        Member member = once(key, () -> organisations.register(caller.actor(), name, kind));
        return acted(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/organisations/" + member.id()),
                OrganisationView.of(member));
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed("ADMINISTRATOR")
    @Operation(summary = "Let nobody of an organisation sign in any more")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The organisation after the act",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "organisation-unknown, organisation-own, organisation-closed, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response close(@PathParam("id") String id, InputStream body) {
        OrganisationId known = organisation(id);
        Sent sent = Sent.of(request, asked, headers, body);
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        sent.noBody();
        Member after = match.guard(
                () -> organisations.one(caller.actor(), known).version(),
                seen -> once(key, () -> organisations.close(caller.actor(), known, seen)));
        return acted(Response.ok(), OrganisationView.of(after));
    }

    @POST
    @Path("{id}/opening")
    @RolesAllowed("ADMINISTRATOR")
    @Operation(summary = "Open a closed organisation again")
    @Parameter(ref = "If-Match")
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "The organisation after the act",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "organisation-unknown, organisation-own, organisation-open, if-match-missing, concurrent-change",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response open(@PathParam("id") String id, InputStream body) {
        OrganisationId known = organisation(id);
        Sent sent = Sent.of(request, asked, headers, body);
        IfMatch match = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        sent.noBody();
        Member after = match.guard(
                () -> organisations.one(caller.actor(), known).version(),
                seen -> once(key, () -> organisations.open(caller.actor(), known, seen)));
        return acted(Response.ok(), OrganisationView.of(after));
    }

    @GET
    @Path("{id}/accounts")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER", "AUDITOR"})
    @Operation(summary = "The people of an organisation, by username")
    @APIResponse(
            responseCode = "200",
            description = "Their accounts",
            content = @Content(schema = @Schema(implementation = PersonView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "organisation-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response people(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(PersonView.All.of(people.of(caller.actor(), organisation(id)))))
                .build();
    }

    @GET
    @Path("{id}/invitations")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER", "AUDITOR"})
    @Operation(summary = "Invitations of an organisation, newest first, at most 200")
    @APIResponse(
            responseCode = "200",
            description = "The invitations",
            content = @Content(schema = @Schema(implementation = InvitationView.All.class)))
    @APIResponse(
            responseCode = "default",
            description = "organisation-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response invitations(@PathParam("id") String id) {
        Query.of(asked.getQueryParameters(), Set.of());
        return confidential(Response.ok(InvitationView.All.of(inviting.of(caller.actor(), organisation(id)))))
                .build();
    }

    @POST
    @Path("{id}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(
            summary = "Invite somebody to an account",
            description =
                    "The secret is told once: it is the word of the address /invitation/… that the person opens. For staff somebody else has to approve first.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeopleRequests.NewInvitation.class)))
    @APIResponse(
            responseCode = "201",
            description = "The invitation, its secret, and its address in Location",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "default",
            description =
                    "organisation-unknown, organisation-closed, username-taken, language-unknown, role-not-of-organisation, role-not-given, scheme-unknown, role-held, sod-supervision-issuance or another wall of a scheme, value-refused, idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response invite(@PathParam("id") String id, InputStream body) {
        OrganisationId known = organisation(id);
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        PeopleRequests.NewInvitation said = sent.body(PeopleRequests.NewInvitation.class);
        Invitee invitee = said.invitee();
        Set<RoleGrant> grants = said.grants();
        InvitePeople.Given given = onceGiven(key, () -> inviting.invite(caller.actor(), known, invitee, grants));
        return acted(created(given), InvitationView.of(given));
    }
}
