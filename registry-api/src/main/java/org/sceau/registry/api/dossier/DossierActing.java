package org.sceau.registry.api.dossier;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;

/** How the resources of dossiers act: on the version that was seen, once under a key, and answered with the dossier as it is then. */
abstract class DossierActing {
    private static final String NAME = " v";

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleDossier handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers reading;

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

    Actor actor() {
        return caller.actor();
    }

    Sent sent(InputStream body) {
        return Sent.of(request, asked, headers, body);
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown} */
    static DossierId id(String text) {
        return Given.id(text, DossierId::new, "dossier-unknown");
    }

    /** An act on a dossier that exists. */
    Response act(DossierId id, Sent sent, Function<OptionalLong, Dossier> act) {
        IfMatch seen = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        Dossier after = seen.guard(
                () -> reading.one(actor(), id, Optional.empty()).dossier().version(),
                version -> Once.of(key, Dossier.class, DossierActing::named, this::recalled, () -> act.apply(version)));
        return answer(Response.ok(), reading.one(actor(), after.id(), after.version()));
    }

    /** A dossier with the tag of its version; kept by nobody on the way, since it is told to its reader alone. */
    static Response answer(Response.ResponseBuilder answer, DossierSight sight) {
        return answer.entity(DossierView.of(sight))
                .tag(IfMatch.tag(sight.dossier().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** How it stood on a day bears no tag: a change is based on how it stands. */
    static Response answerOfDay(DossierSight sight) {
        return Response.ok(DossierView.of(sight))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static String named(Dossier dossier) {
        return dossier.id() + NAME + dossier.version();
    }

    Dossier recalled(String name) {
        int end = name.indexOf(NAME);
        return reading.one(
                        actor(),
                        DossierId.parse(name.substring(0, end)),
                        Long.parseLong(name.substring(end + NAME.length())))
                .dossier();
    }
}
