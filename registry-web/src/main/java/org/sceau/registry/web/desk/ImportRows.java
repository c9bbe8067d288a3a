package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.importing.StagedRow.Outcome;

/** The rows of an import, by what became of them, page by page. The address says which, so that it can be sent to a colleague. */
@Named("importRows")
@RequestScoped
public class ImportRows {
    static final int ON_A_PAGE = 50;
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");
    private static final List<String> ORDER = List.of("", "refused", "created", "changed", "unchanged");

    /** A link above the table. */
    public record FilterLink(
            String label,
            String count,
            String address,
            @Nullable String current) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportSheet sheet;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    private @Nullable List<ImportRow> rows;

    public List<ImportRow> rows() {
        List<ImportRow> known = rows;
        if (known == null) {
            List<StagedRow> found = imports.rows(
                    desk.actor(), desk.key(), outcomes(filter(), isDry()), (page() - 1) * ON_A_PAGE, ON_A_PAGE);
            known = found.stream().map(row -> ImportRow.of(row, desk.texts())).toList();
            rows = known;
        }
        return known;
    }

    public List<FilterLink> filters() {
        ImportJob job = sheet.job();
        List<FilterLink> links = new ArrayList<>();
        if (job != null) {
            for (String filter : ORDER) {
                long count = count(job.counts(), filter);
                String key = filter.isEmpty() ? "all" : filter;
                links.add(new FilterLink(
                        desk.texts().say("filter." + key + (job.dryRun() ? ".dry" : "")),
                        desk.texts().say("number", count),
                        address(filter, 1),
                        filter.equals(filter()) ? "true" : null));
            }
        }
        return links;
    }

    /** Empty on the first page. */
    public String previous() {
        return page() > 1 ? address(filter(), page() - 1) : "";
    }

    /** Empty on the last page. */
    public String next() {
        return (long) page() * ON_A_PAGE < total() ? address(filter(), page() + 1) : "";
    }

    public String place() {
        long first = (long) (page() - 1) * ON_A_PAGE;
        return desk.texts().say("rows.place", first + 1, first + rows().size(), total());
    }

    private long total() {
        return Optional.ofNullable(sheet.job())
                .map(job -> count(job.counts(), filter()))
                .orElse(0L);
    }

    /** As they are counted: what a cancelled import had planned and never did is found among all rows alone. */
    static Set<Outcome> outcomes(String filter, boolean dryRun) {
        return switch (filter) {
            case "created" -> Set.of(dryRun ? Outcome.TO_CREATE : Outcome.CREATED);
            case "changed" -> Set.of(dryRun ? Outcome.TO_CHANGE : Outcome.CHANGED);
            case "unchanged" -> Set.of(Outcome.UNCHANGED);
            case "refused" -> Set.of(Outcome.REFUSED);
            default -> Set.of();
        };
    }

    private boolean isDry() {
        return Optional.ofNullable(sheet.job()).map(ImportJob::dryRun).orElse(false);
    }

    static long count(ImportJob.Counts counts, String filter) {
        return switch (filter) {
            case "created" -> counts.created();
            case "changed" -> counts.changed();
            case "unchanged" -> counts.unchanged();
            case "refused" -> counts.refused();
            default -> counts.read();
        };
    }

    private String address(String filter, int page) {
        String path = desk.to("/desk/imports/" + desk.key());
        String query = (filter.isEmpty() ? "" : "outcome=" + filter)
                + (page == 1 ? "" : (filter.isEmpty() ? "" : "&") + "page=" + page);
        return path + (query.isEmpty() ? "" : "?" + query) + "#rows";
    }

    private String filter() {
        String asked = parameter("outcome");
        return asked != null && ORDER.contains(asked) ? asked : "";
    }

    private int page() {
        String asked = parameter("page");
        return asked != null && PAGE.matcher(asked).matches() ? Integer.parseInt(asked) : 1;
    }

    private static @Nullable String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }
}
