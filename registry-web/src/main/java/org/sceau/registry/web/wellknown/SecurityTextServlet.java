package org.sceau.registry.web.wellknown;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;

/** {@code /.well-known/security.txt} (RFC 9116): where vulnerabilities of the registry itself are reported. */
public class SecurityTextServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** The RFC recommends less than a year ahead (2.5.5). */
    private static final long DAYS_AHEAD = 180;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Operator operator;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    LegalCalendar calendar;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(text(
                        operator.securityMail(),
                        operator.publicUrl().toString(),
                        languages,
                        calendar.startOf(calendar.today())));
    }

    static String text(String mail, String publicUrl, Languages languages, Instant today) {
        String spoken = languages.inOrder().stream().map(Language::code).collect(Collectors.joining(", "));
        return """
                Contact: mailto:%s
                Expires: %s
                Preferred-Languages: %s
                Canonical: %s/.well-known/security.txt
                """.formatted(mail, today.plus(DAYS_AHEAD, ChronoUnit.DAYS), spoken, publicUrl);
    }
}
