package org.sceau.registry.api.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
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
import java.util.function.Supplier;
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
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.application.inviting.KeepPeople;

/** One account: closed, opened again, given back to its person. */
@Path("v1/accounts/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "token")
public class AccountResource extends PeopleActing {
    @GET
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "An account, and who is behind it")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response one(@PathParam("name") String name) {
        Query.of(asked.getQueryParameters(), Set.of());
        return answer(people.one(caller.actor(), name));
    }

    @POST
    @Path("closing")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "Let nobody in by an account any more")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @APIResponse(
            responseCode = "200",
            description = "The account after the act",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown, account-own, account-closed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response close(@PathParam("name") String name, InputStream body) {
        return change(name, body, () -> people.close(caller.actor(), name));
    }

    @POST
    @Path("opening")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(summary = "Open a closed account again")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @APIResponse(
            responseCode = "200",
            description = "The account after the act",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown, account-own, account-open",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response open(@PathParam("name") String name, InputStream body) {
        return change(name, body, () -> people.open(caller.actor(), name));
    }

    @POST
    @Path("recovery")
    @RolesAllowed({"ADMINISTRATOR", "MANAGER"})
    @Operation(
            summary = "Invite somebody back into an account whose password or second factor is lost",
            description = "Nothing changes before the person accepts. For staff somebody else has to approve first.")
    @Parameters(@Parameter(ref = "Idempotency-Key"))
    @APIResponse(
            responseCode = "201",
            description = "The invitation, its secret, and its address in Location",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "default",
            description = "account-unknown, account-own",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response recover(@PathParam("name") String name, InputStream body) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        sent.noBody();
        InvitePeople.Given given = onceGiven(key, () -> inviting.recover(caller.actor(), name));
        return acted(created(given), InvitationView.of(given));
    }

    private Response change(String name, InputStream body, Supplier<KeepPeople.Person> act) {
        Sent sent = Sent.of(request, asked, headers, body);
        Optional<Once.Key> key = sent.key();
        sent.noBody();
        return answer(Once.of(
                key,
                KeepPeople.Person.class,
                KeepPeople.Person::username,
                done -> people.one(caller.actor(), done),
                act));
    }

    private static Response answer(KeepPeople.Person person) {
        return confidential(Response.ok(PersonView.of(person))).build();
    }
}
