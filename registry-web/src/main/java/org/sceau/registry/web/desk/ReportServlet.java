package org.sceau.registry.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.importing.ReportFile;
import org.sceau.registry.api.outgoing.OutgoingFile;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.address.RequestPath;

/**
 * The report of an import for somebody with a session; machines fetch the same file below {@code /api}.
 *
 * <p>The container lets files in by the servlet that an address belongs to, even where a filter leads the request to a view: hence
 * the bounds here. Beside these the addresses of dossiers alone receive files.
 */
@WebServlet({"/desk/imports/*", "/en/desk/imports/*", "/fr/desk/imports/*"})
@MultipartConfig(maxFileSize = 512L * 1024 * 1024, maxRequestSize = 513L * 1024 * 1024, fileSizeThreshold = 64 * 1024)
public final class ReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient CurrentActor current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = DeskPage.reportOf(RequestPath.of(request), languages);
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Actor actor = current.actor();
        try (OutgoingFile report = ReportFile.write(rows -> imports.report(actor, id.get(), rows))) {
            response.setContentType("text/csv; charset=utf-8");
            response.setContentLengthLong(report.size());
            response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id.get() + ".csv\"");
            report.sendTo(response.getOutputStream());
        } catch (Refused refused) {
            boolean absent = refused.refusal().code().equals("import-unknown");
            response.sendError(absent ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
