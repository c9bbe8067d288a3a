package org.sceau.registry.web.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.desk.RefusalWords;
import org.sceau.registry.web.identity.FormToken;

/**
 * The form that a page was sent. It is carried out before the page is drawn, and whoever did something is led on, so that neither a reload nor
 * the way back does it again; when it is refused, the page says why and keeps what was typed.
 */
@Named("sent")
@RequestScoped
public class DeskForm {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable Obstacle refusal;

    public boolean isThere() {
        return request.getMethod().equals("POST");
    }

    /**
     * Carries out what the form asks, where one was sent from a page of ours; one from elsewhere is refused with {@code form-expired}.
     *
     * @param act   gives the address to lead on to; empty to draw the page
     * @param words of a refusal
     * @return whether the browser was led on, so that nothing is to be drawn
     */
    public boolean carryOut(Function<FormFields, String> act, Function<Refusal, Obstacle> words) {
        if (!isThere()) {
            return false;
        }
        try {
            if (!FormToken.isRight(request, request.getParameter(FormToken.FIELD))) {
                throw Refusal.of("form-expired", Refusal.Kind.CONFLICT).asException();
            }
            String next = act.apply(new FormFields(request));
            if (!next.isEmpty()) {
                FacesContext.getCurrentInstance().getExternalContext().redirect(next);
                return true;
            }
        } catch (Refused refused) {
            refuse(words.apply(refused.refusal()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    /** Also of what could not be read: a page has one place for what stands in the way. */
    public void refuse(Obstacle obstacle) {
        refusal = obstacle;
    }

    public @Nullable Obstacle refusal() {
        return refusal;
    }

    /** A refusal in words that are the same for every scheme. */
    public Obstacle plain(Refusal refused) {
        RefusalWords words = RefusalWords.of(refused, desk.texts().problems());
        return new Obstacle(words.title(), words.remedy(), words.code(), List.of());
    }

    /**
     * What was just done, in words; empty when nothing was.
     *
     * @param acts that the page knows
     */
    public String done(Set<String> acts) {
        String done = request.getParameter("done");
        return done != null && refusal == null && acts.contains(done)
                ? desk.texts().say("done." + done)
                : "";
    }

    /** What the hidden field {@link FormFields#ONCE} has: a form that is sent twice is one act. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    /** What was typed into a form that was refused; empty for every other form, and for one that was done. */
    public String typed(String form, String field) {
        String value = request.getParameter(field);
        return isRefused(form) && value != null ? value : "";
    }

    /** The same, or else what the field begins with. */
    public String typedOr(String form, String field, String first) {
        String value = typed(form, field);
        return value.isEmpty() ? first : value;
    }

    /** {@code open} for the part of the page that holds a form which was refused: what was typed is in sight. */
    public @Nullable String unfolded(String form) {
        return isRefused(form) ? "open" : null;
    }

    /** {@code true} for a value that was chosen in a form which was refused, else nothing. */
    public @Nullable String chosen(String form, String field, String value) {
        return value.equals(typed(form, field)) ? "true" : null;
    }

    /** The same of one of several boxes. */
    public @Nullable String ticked(String form, String field, String value) {
        @Nullable String[] values = request.getParameterValues(field);
        return isRefused(form) && values != null && List.of(values).contains(value) ? "true" : null;
    }

    private boolean isRefused(String form) {
        return refusal != null && form.equals(request.getParameter("form"));
    }
}
