package org.sceau.registry.web.desk;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Lets the forms of a desk send to its address instead of its file, which nobody may ask for. Named in {@code faces-config.xml}. */
public class DeskViews extends ViewHandlerWrapper {
    public DeskViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object page = context.getExternalContext().getRequestMap().get(DeskPage.ATTRIBUTE);
        return page instanceof DeskPage desk ? desk.address() : super.getActionURL(context, viewId);
    }
}
