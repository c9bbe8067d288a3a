package org.sceau.registry.api.account;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Supplier;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.application.inviting.KeepOrganisations;
import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.domain.access.InvitationId;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;

/** How the resources of organisations and people act. An attempt that is heard again tells no secret a second time. */
abstract class PeopleActing {
    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepOrganisations organisations;

    @Inject
    @SuppressWarnings("NullAway.Init")
    InvitePeople inviting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepPeople people;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo asked;

    @Context
    @SuppressWarnings("NullAway.Init")
    Request request;

    static OrganisationId organisation(String id) {
        return Given.id(id, OrganisationId::new, "organisation-unknown");
    }

    static InvitationId invitation(String id) {
        return Given.id(id, InvitationId::new, "invitation-unknown");
    }

    Member once(Optional<Once.Key> key, Supplier<Member> act) {
        return Once.of(
                key,
                Member.class,
                member -> member.id().toString(),
                id -> organisations.one(caller.actor(), OrganisationId.parse(id)),
                act);
    }

    static Response.ResponseBuilder created(InvitePeople.Given given) {
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/invitations/" + given.invitation().id());
    }

    InvitePeople.Given onceGiven(Optional<Once.Key> key, Supplier<InvitePeople.Given> act) {
        return Once.of(
                key,
                InvitePeople.Given.class,
                given -> given.invitation().id().toString(),
                id -> new InvitePeople.Given(inviting.one(caller.actor(), InvitationId.parse(id)), Optional.empty()),
                act);
    }

    static Response answer(Response.ResponseBuilder response, InvitePeople.Given given) {
        return confidential(response.entity(InvitationView.of(given)))
                .tag(IfMatch.tag(given.invitation().version()))
                .build();
    }

    static Response shown(Response.ResponseBuilder response, Member member) {
        return confidential(response.entity(OrganisationView.of(member)))
                .tag(IfMatch.tag(member.version()))
                .build();
    }

    /** After an act: no tag, since what it was then is not kept and a repetition tells what is now. */
    static Response acted(Response.ResponseBuilder response, Object view) {
        return confidential(response.entity(view)).build();
    }

    static Response.ResponseBuilder confidential(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
