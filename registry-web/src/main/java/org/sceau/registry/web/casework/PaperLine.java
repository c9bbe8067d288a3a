package org.sceau.registry.web.casework;

/**
 * A document that was deposited.
 *
 * @param type   its type in words
 * @param title  as its depositor calls it; empty to whoever learns no more than that it is there
 * @param facts  edition, language, size, day and depositor in one line
 * @param sha256 empty to whoever learns no more
 * @param closed whether it is confidential, or more
 * @param kind   who may read it, in words
 * @param former whether a newer one of its type and language is there
 */
public record PaperLine(
        String type, String title, String facts, String sha256, boolean closed, String kind, boolean former) {}
