package org.sceau.registry.web.desk;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import org.primefaces.context.PrimeFacesContext;

/** Lets the forms of a desk send to its address instead of its file, which nobody may ask for. Named in {@code faces-config.xml}. */
public class DeskViews extends ViewHandlerWrapper {
    private static final String DESK_VIEWS = "/views/desk/";

    public DeskViews(ViewHandler wrapped) {
        super(wrapped);
    }

    /**
     * Public views have no script and no state: without this, the component library would open a session for each of their readers to
     * keep a nonce that nobody uses.
     */
    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        if (!viewId.startsWith(DESK_VIEWS)) {
            PrimeFacesContext.getCspState(context).setInitialized(true);
        }
        return super.createView(context, viewId);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object page = context.getExternalContext().getRequestMap().get(DeskPage.ATTRIBUTE);
        return page instanceof DeskPage desk ? desk.address() : super.getActionURL(context, viewId);
    }
}
