package org.sceau.registry.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;
import org.sceau.registry.application.administering.Settings;

/**
 * How sessions travel: in a cookie only, out of reach of scripts and other sites, over https alone where the registry is reached by
 * it. An idle session ends after 15 minutes.
 */
@WebListener
public final class SessionCookie implements ServletContextListener {
    private static final int IDLE_MINUTES = 15;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean secure = "https".equals(settings.publicUrl().getScheme());
        ServletContext context = event.getServletContext();
        context.setSessionTimeout(IDLE_MINUTES);
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        // The prefix makes browsers refuse a cookie that another host or a plain connection set.
        cookie.setName(secure ? "__Host-sceau" : "sceau");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Strict");
    }
}
