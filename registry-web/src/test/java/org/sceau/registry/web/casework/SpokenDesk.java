package org.sceau.registry.web.casework;

import java.util.Locale;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.web.desk.DeskFrame;

/** A desk that speaks a language, without a request. */
final class SpokenDesk extends DeskFrame {
    private final Language language;

    SpokenDesk(Language language) {
        this.language = language;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public String version(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    /** Nobody in particular. */
    @Override
    public Actor actor() {
        return Actor.ANONYMOUS;
    }
}
