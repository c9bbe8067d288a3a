package org.sceau.registry.web.address;

import org.sceau.registry.application.administering.Language;

/** Where an address leads. */
public sealed interface Destination {

    /**
     * A public page.
     *
     * @param path the address without its language, as links write it
     * @param key  the one thing the page is about (a visa, a family, a definition, a code); empty for the others. As a visitor wrote it:
     *             nothing is known of it but its length of at most {@value Addresses#LONGEST_KEY} characters
     */
    record Page(View view, Language language, String path, String key) implements Destination {}

    /** Another spelling of an address; {@code location} is a path on this host. */
    record Moved(String location) implements Destination {}

    /** A path of ours that nobody may ask for, or that can never be anything. */
    record Nowhere() implements Destination {}

    /** Not an address of the public pages: files, interfaces, desks. */
    record Elsewhere() implements Destination {}
}
