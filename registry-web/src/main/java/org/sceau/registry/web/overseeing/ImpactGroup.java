package org.sceau.registry.web.overseeing;

import java.util.List;

/**
 * What puts visas in question, and which.
 *
 * @param cause   in words: what a laboratory or the body lost, or how a visa stands that others rest on
 * @param details what it is about more closely
 * @param code    of the cause
 * @param link    where the visa is that others rest on; empty for the other causes
 */
public record ImpactGroup(String cause, List<String> details, String code, String link, List<Line> visas) {

    /**
     * A visa to review.
     *
     * @param address where the reader decides about it or reads it; empty where there is no page for the reader
     */
    public record Line(String address, String reference, String name, String holder, String status, String tone) {}
}
