package org.sceau.registry.web.lists;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.application.publishing.PublishedLists.Part;
import org.sceau.registry.web.headers.EntityTags;

/**
 * Hands out the signed lists and their digest files, byte for byte as they were released (ETSI TS 119 612 cl. 6.1 and 6.2).
 * Needs no session; {@code HEAD} answers like {@code GET} without the bytes.
 */
public class TrustListServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LIST_TYPE = "application/vnd.etsi.tsl+xml";
    private static final String DIGEST_TYPE = "application/octet-stream";
    /** A digest file is 32 bytes, or 64 digits; anything beyond this is not one. */
    private static final int LONGEST_DIGEST = 1_000;

    @Inject
    @SuppressWarnings("serial") // a client proxy of the container, never serialised with a servlet
    PublishedLists lists;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<ListFile> file = ListFile.read(path == null ? "" : path);
        Optional<PublishedList> list = file.flatMap(this::find);
        if (file.isEmpty() || list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = tag(list.get(), file.get().part());
        response.setHeader("ETag", tag);
        response.setHeader(
                "Cache-Control",
                file.get().isImmutable() ? "public, max-age=31536000, immutable" : "public, max-age=60");
        response.setDateHeader("Last-Modified", list.get().issuedAt().toEpochMilli());
        if (EntityTags.isHeld(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(list.get(), file.get().part(), response);
    }

    private Optional<PublishedList> find(ListFile file) {
        return file.sequence().isPresent()
                ? lists.issue(file.family(), file.sequence().getAsLong())
                : lists.current(file.family());
    }

    private void send(PublishedList list, Part part, HttpServletResponse response) throws IOException {
        try (InputStream bytes = lists.open(list, part)) {
            if (part == Part.XML) {
                response.setContentType(LIST_TYPE);
                response.setContentLengthLong(list.bytes());
                bytes.transferTo(response.getOutputStream());
            } else {
                byte[] digest = bytes.readNBytes(LONGEST_DIGEST);
                response.setContentType(DIGEST_TYPE);
                response.setContentLength(digest.length);
                response.getOutputStream().write(digest);
            }
        }
    }

    private static String tag(PublishedList list, Part part) {
        return part == Part.XML ? "\"" + list.sha256() + "\"" : "\"" + list.sha256() + "-sha2\"";
    }
}
