package org.sceau.registry.web.wellknown;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.address.Addresses;

/** {@code /sitemap.xml}: fixed pages, families and visas, at most {@value #MOST_ADDRESSES} addresses as the protocol bounds it. */
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ADDRESSES = 50_000;
    private static final List<String> FIXED =
            List.of("/", "/catalogue", "/schemes", "/trust-lists/", "/figures", "/problems/", "/about");

    @Inject
    @SuppressWarnings("serial") // a client proxy of the container, never serialised with a servlet
    Catalogue catalogue;

    @Inject
    @SuppressWarnings("serial") // configuration that servlets share, never serialised with one
    Schemes schemes;

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
        response.setContentType("application/xml;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.print(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        int left = MOST_ADDRESSES;
        for (String path : FIXED) {
            left -= put(out, path);
        }
        for (var family : schemes.publicFamilies()) {
            left -= put(out, "/schemes/" + family.id().value());
        }
        visas(out, left);
        out.print("</urlset>\n");
    }

    private void visas(PrintWriter out, int left) {
        int rest = left;
        LocalDate today = calendar.today();
        int last = CatalogueQuery.DEEPEST_ROW / CatalogueQuery.LARGEST_PAGE;
        for (int page = 1; page <= last; page++) {
            List<Visa> rows = catalogue.search(query(today, page)).rows();
            for (Visa visa : rows) {
                if (rest < languages.inOrder().size()) {
                    return;
                }
                rest -= put(out, Addresses.ofVisa(visa.slug()));
            }
            if (rows.size() < CatalogueQuery.LARGEST_PAGE) {
                return;
            }
        }
    }

    private static CatalogueQuery query(LocalDate today, int page) {
        return new CatalogueQuery(
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                today,
                Sort.NAME,
                page,
                CatalogueQuery.LARGEST_PAGE);
    }

    private int put(PrintWriter out, String path) {
        out.print(entries(operator.publicUrl().toString(), languages, path));
        return languages.inOrder().size();
    }

    /** One page in every language. */
    static String entries(String publicUrl, Languages languages, String path) {
        return languages.inOrder().stream()
                .map(language -> "<url><loc>" + publicUrl + languages.address(language, path) + "</loc></url>\n")
                .collect(Collectors.joining());
    }
}
