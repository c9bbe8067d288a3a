package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The first desk: who you are and what your account can do today. */
@Named("deskHome")
@RequestScoped
public class DeskHome {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    /** The roles of the account in words, in the order of a dossier's life. */
    public List<String> roles() {
        return desk.actor().roles().stream()
                .sorted()
                .map(role -> desk.texts().say("role." + role.code()))
                .toList();
    }

    /** Whether the account has any desk of its own today. */
    public boolean hasDesk() {
        return desk.mayReadDossiers()
                || desk.mayReadImports()
                || desk.mayIssueLists()
                || desk.mayReadPeople()
                || desk.mayReadRevisions()
                || desk.mayReadCondition();
    }
}
