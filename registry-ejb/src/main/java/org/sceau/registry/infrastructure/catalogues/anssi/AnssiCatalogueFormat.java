package org.sceau.registry.infrastructure.catalogues.anssi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.CatalogueFormat;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowSink;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.infrastructure.catalogues.SourceText;

/**
 * The official catalogue of certified and qualified products and services, as rows extracted from its print: a JSON array of
 * {@code {"section", "page", "cells": {heading: [line, …]}, "links": {heading: address}, "tick"}}.
 *
 * <p>Bounds: 512 MiB or as constructed, 256 KiB for a row with what stands before it, depth 8. A source is refused with
 * {@code encoding}, {@code json-shape}, {@code json-syntax}, {@code json-too-deep}, {@code json-duplicate-name},
 * {@code row-too-long} or {@code source-too-long}; for the refusals and notices of a row see {@link RowReader}. Holds no
 * state: one instance serves any number of imports at once.
 */
@ApplicationScoped
public class AnssiCatalogueFormat implements CatalogueFormat {
    /** Code of this format, and who set what it says beyond the rules. */
    public static final String CODE = "anssi-catalogue";

    private static final long DEFAULT_SOURCE_BYTES = 512L << 20;
    private static final long ROW_BYTES = 256L << 10;
    private static final int DEEPEST = 8;

    private final Schemes schemes;
    private final long sourceBytes;

    /** For the container's proxy. */
    protected AnssiCatalogueFormat() {
        this(new Schemes(List.of(), List.of()));
    }

    @Inject
    public AnssiCatalogueFormat(Schemes schemes) {
        this(schemes, DEFAULT_SOURCE_BYTES);
    }

    /** @param sourceBytes most bytes of a source */
    public AnssiCatalogueFormat(Schemes schemes, long sourceBytes) {
        this.schemes = schemes;
        this.sourceBytes = sourceBytes;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void read(InputStream source, Edition edition, RowSink sink) throws IOException {
        SourceText text = new SourceText(source, new SourceText.Bounds(sourceBytes, ROW_BYTES, "row-too-long"));
        JsonRows elements = new JsonRows(text, DEEPEST);
        RowReader rows = new RowReader(schemes, edition);
        long number = 0;
        for (Optional<Json> element = elements.next(); element.isPresent(); element = elements.next()) {
            ReadRow row = rows.read(++number, element.get());
            if (!sink.accept(row)) {
                return;
            }
        }
    }
}
