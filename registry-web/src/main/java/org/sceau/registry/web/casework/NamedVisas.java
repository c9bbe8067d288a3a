package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.desk.DeskFrame;

/** Visas that somebody names in a form: by their address, or the reference as it is printed. */
@RequestScoped
public class NamedVisas {
    private static final int LONGEST_TOLD = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnVisas visas;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    /** @throws Refused {@code visa-unknown} for one that is not there, and alike for one that is not shown to the reader */
    public Visa named(String text) {
        try {
            return visas.one(desk.actor(), new Slug(text.replaceAll("[^A-Za-z0-9._~]+", "-")))
                    .orElseThrow(() -> unknown(text));
        } catch (IllegalArgumentException noSlug) {
            throw unknown(text);
        }
    }

    /** Empty for one that is not shown to the reader. */
    public Optional<Visa> byId(VisaId id) {
        return visas.byId(desk.actor(), id);
    }

    private static Refused unknown(String text) {
        return Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                .with("reference", text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) : text)
                .asException();
    }
}
