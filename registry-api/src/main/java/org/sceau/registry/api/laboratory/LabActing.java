package org.sceau.registry.api.laboratory;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.api.request.IfMatch;
import org.sceau.registry.api.request.Sent;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.evaluating.KeepLaboratories;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refusal;

/** How the resources of laboratories act: on the version that was seen, once under a key, and answered with the laboratory as it is then. */
abstract class LabActing {
    private static final String VERSION = " v";

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepLaboratories keeping;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalCalendar calendar;

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

    Response change(LaboratoryId id, Sent sent, Function<OptionalLong, Laboratories.Recorded> act) {
        IfMatch seen = sent.ifMatch();
        Optional<Once.Key> key = sent.key();
        return answer(
                Response.ok(), seen.guard(() -> known(id).version(), version -> once(key, () -> act.apply(version))));
    }

    Laboratories.Recorded once(Optional<Once.Key> key, Supplier<Laboratories.Recorded> act) {
        return Once.of(
                key,
                Laboratories.Recorded.class,
                recorded -> recorded.laboratory().id() + VERSION + recorded.version(),
                this::recalled,
                act);
    }

    private Laboratories.Recorded recalled(String name) {
        int end = name.indexOf(VERSION);
        return keeping.find(
                        LaboratoryId.parse(name.substring(0, end)),
                        Long.parseLong(name.substring(end + VERSION.length())))
                .orElseThrow();
    }

    Laboratories.Recorded known(LaboratoryId id) {
        return keeping.find(id)
                .orElseThrow(
                        () -> Refusal.of("lab-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    Response answer(Response.ResponseBuilder answer, Laboratories.Recorded recorded) {
        return answer.entity(LabView.of(recorded, calendar.today()))
                .tag(IfMatch.tag(recorded.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    static LaboratoryId id(String text) {
        return Given.id(text, LaboratoryId::new, "lab-unknown");
    }
}
