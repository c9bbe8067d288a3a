package org.sceau.registry.web.casework;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets files in at the addresses of dossiers: the container does so by the servlet that an address belongs to, even where a filter leads the
 * request to a view. It answers nothing itself: what the filter does not know as a page is not there, whatever the method.
 */
@WebServlet({"/desk/dossiers/*", "/en/desk/dossiers/*", "/fr/desk/dossiers/*"})
@MultipartConfig(maxFileSize = 64L * 1024 * 1024, maxRequestSize = 65L * 1024 * 1024, fileSizeThreshold = 64 * 1024)
public final class PaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
