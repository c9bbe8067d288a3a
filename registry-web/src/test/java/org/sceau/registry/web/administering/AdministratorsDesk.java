package org.sceau.registry.web.administering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.web.desk.DeskFrame;

/** A desk that an administrator sits at, on one day, without a request. */
final class AdministratorsDesk extends DeskFrame {
    static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Language language;

    AdministratorsDesk(Language language) {
        this.language = language;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Actor actor() {
        return new Actor("admin", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    @Override
    public String moment(Instant instant) {
        return days().moment(instant.atZone(ZONE));
    }

    @Override
    public String to(String path) {
        return language == Language.ENGLISH ? "/en" + path : path;
    }
}
