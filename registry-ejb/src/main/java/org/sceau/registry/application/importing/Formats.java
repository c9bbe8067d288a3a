package org.sceau.registry.application.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.sceau.registry.domain.refusal.Refusal;

/** The formats that can be imported: every {@link CatalogueFormat} in the house. */
@ApplicationScoped
public class Formats {
    private final Iterable<CatalogueFormat> known;

    /** For the container's proxy. */
    protected Formats() {
        this(List.of());
    }

    public Formats(Iterable<CatalogueFormat> known) {
        this.known = known;
    }

    @Inject
    public Formats(@Any Instance<CatalogueFormat> known) {
        this((Iterable<CatalogueFormat>) known);
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code format-unknown} */
    public CatalogueFormat byCode(String code) {
        for (CatalogueFormat format : known) {
            if (format.code().equals(code)) {
                return format;
            }
        }
        throw Refusal.of("format-unknown", Refusal.Kind.INVALID)
                .with("format", RowProblem.cut(code))
                .with("known", String.join(", ", codes()))
                .asException();
    }

    public List<String> codes() {
        List<String> codes = new java.util.ArrayList<>();
        known.forEach(format -> codes.add(format.code()));
        java.util.Collections.sort(codes);
        return codes;
    }
}
