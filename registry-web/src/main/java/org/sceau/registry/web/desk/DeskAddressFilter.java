package org.sceau.registry.web.desk;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.identity.WayBack;

/** Leads the address of a desk to its view. Nobody is here without an account: the constraint in {@code web.xml} comes first. */
public final class DeskAddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_SESSION = Duration.ofHours(8);
    /** What the library of components throws at a form without its page's nonce; none of its classes is known to us. */
    private static final String NO_WORD = "org.primefaces.csp.CspException";

    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient CurrentActor caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        response.setHeader("Cache-Control", "no-store");
        if (languages.isNowhere(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isOver(request.getSession(false))) {
            request.logout();
            request.getSession().invalidate();
            lead(response, new WayBack(languages).signInFor(WayBack.asked(path, request.getQueryString())));
        } else if (proofNeeded(path).isPresent()) {
            lead(response, proofNeeded(path).get());
        } else if (path.endsWith("/desk")) {
            lead(response, path + "/");
        } else if (DeskPage.reportOf(path, languages).isPresent()
                || DeskPage.exportOf(path, languages).isPresent()) {
            chain.doFilter(request, response);
        } else {
            Optional<DeskPage> page = DeskPage.of(path, languages);
            OptionalInt unfit = page.map(found -> unfit(found.view(), request)).orElse(OptionalInt.empty());
            if (unfit.isPresent()) {
                response.sendError(unfit.getAsInt());
            } else if (page.isPresent()) {
                show(page.get(), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    /** Status of a request with files that the desk does not take, from this caller or at all: refused before anything of it is read. */
    private OptionalInt unfit(DeskView view, HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return isOfFaces(request) ? unfitForFaces(view, request) : OptionalInt.empty();
        }
        Optional<DeskView.Files> files = view.files();
        if (files.isEmpty()) {
            return OptionalInt.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        if (!files.get().permission().isGrantedTo(caller.actor())) {
            return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
        }
        return request.getContentLengthLong() > files.get().largest()
                ? OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : OptionalInt.empty();
    }

    private static boolean isOfFaces(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getParameter(VIEW_STATE) != null;
    }

    /** A form of Faces with a file comes in parts or not at all. Plain forms refuse characters that no text has by themselves, in words. */
    private static OptionalInt unfitForFaces(DeskView view, HttpServletRequest request) {
        if (view.files().isPresent()) {
            return OptionalInt.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        boolean printable = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(Given::isPrintable);
        return printable ? OptionalInt.empty() : OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static void show(DeskPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(DeskPage.ATTRIBUTE, page);
        try {
            request.getRequestDispatcher(page.view().file()).forward(request, response);
        } catch (ServletException failure) {
            if (!isExpired(failure) || response.isCommitted()) {
                throw failure;
            }
            // The form was of an ended session, or of no page of ours: its page as it is now says more than an error.
            response.reset();
            lead(response, page.address() + "?" + DeskFrame.EXPIRED + "=true");
        }
    }

    /** Where somebody has to go first who did not prove all that the account asks for; the door refuses everything else anyway. */
    private Optional<String> proofNeeded(String path) {
        String bare = languages.bare(path);
        return switch (caller.actor().proof().assurance()) {
            case HALF ->
                Optional.of(new WayBack(languages).confirmFor(path)).filter(confirm -> !bare.equals("/desk/confirm"));
            case OWING ->
                Optional.of(languages.address(languages.of(path), "/desk/security"))
                        .filter(security -> !bare.equals("/desk/security"));
            case WHOLE -> Optional.empty();
        };
    }

    /** Older than any session may be, or of an account that lets in nobody, or not in this session, any more. */
    private boolean isOver(@org.jspecify.annotations.Nullable HttpSession session) {
        return isTooOld(session) || !caller.actor().isSignedIn();
    }

    private boolean isTooOld(@org.jspecify.annotations.Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }

    /** Whether a form belongs to no page that is open: its state is gone, or it lacks the word that such pages carry. */
    private static boolean isExpired(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof ViewExpiredException
                    || cause.getClass().getName().equals(NO_WORD)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static void lead(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }
}
