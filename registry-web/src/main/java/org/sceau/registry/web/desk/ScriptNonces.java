package org.sceau.registry.web.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.context.PrimeFacesContext;

/**
 * Keeps PrimeFaces from adding its policy with nonces to pages that are no desk: they run no script that needs one, and its nonce
 * would begin a session, and set a cookie, for every visitor. Named in {@code faces-config.xml}.
 */
public class ScriptNonces implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (!context.getExternalContext().getRequestMap().containsKey(DeskPage.ATTRIBUTE)) {
            // What is said to be done already is not done again when the page is drawn.
            PrimeFacesContext.getCspState(context).setInitialized(true);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Nothing follows.
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
