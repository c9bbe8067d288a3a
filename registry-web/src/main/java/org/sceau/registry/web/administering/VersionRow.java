package org.sceau.registry.web.administering;

/**
 * A scheme version with its edition in use.
 *
 * @param name  short name and version, such as {@code CSPN 1.1}
 * @param label full name
 * @param open  how many of its values nobody has read in their source, and the same in words
 */
public record VersionRow(String address, String name, String label, int revision, int open, String words) {

    /** Class and mark of its tone. */
    public String tone() {
        return open == 0 ? "ok" : "care";
    }
}
