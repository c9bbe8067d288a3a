package org.sceau.registry.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.sceau.registry.api.access.CurrentActor;
import org.sceau.registry.api.outgoing.ZipParcel;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.auditing.ExportDossier;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.address.RequestPath;
import org.sceau.registry.web.identity.WayBack;

/**
 * Lets files in and out at the addresses of dossiers. In: the container does so by the servlet that an address belongs to, even where a filter
 * leads the request to a view. Out: a dossier whole, for an auditor. What the filter knows neither as a page nor as a file is not there,
 * whatever the method.
 */
@WebServlet({"/desk/dossiers/*", "/en/desk/dossiers/*", "/fr/desk/dossiers/*"})
@MultipartConfig(maxFileSize = 64L * 1024 * 1024, maxRequestSize = 65L * 1024 * 1024, fileSizeThreshold = 64 * 1024)
public final class PaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient ExportDossier exporting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient CurrentActor current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Languages languages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> id = DeskPage.exportOf(RequestPath.of(request), languages);
        if (id.isEmpty() || !request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Actor actor = current.actor();
        DossierId dossier = new DossierId(UUID.fromString(id.get()));
        try {
            send(ZipParcel.packed(sink -> exporting.export(actor, dossier, sink)), response);
        } catch (Refused refused) {
            refuse(refused.refusal(), RequestPath.of(request), response);
        }
    }

    private static void send(ZipParcel.Packed packed, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setContentLengthLong(packed.file().size());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + packed.name() + "\"");
        packed.file().sendTo(response.getOutputStream());
    }

    /** Whoever has to show a second factor first comes back to the page of the dossier. */
    private void refuse(Refusal refusal, String path, HttpServletResponse response) throws IOException {
        if (refusal.code().equals("step-up-needed")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", new WayBack(languages).confirmFor(path.substring(0, path.lastIndexOf('/'))));
        } else {
            response.sendError(
                    refusal.kind() == Refusal.Kind.FORBIDDEN
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
