package org.sceau.registry.application.door;

import java.util.List;

/** The log of what happened, for those who act on it after the commit. Reading moves nothing; each consumer keeps its cursor. */
public interface Outbox {

    /** One announcement. */
    record Notice(long position, Entry.Topic topic, String subject, String detail) {}

    /** Position up to which the consumer has acted; -1 before its first. */
    long cursor(String consumer, String node);

    /** Moves the cursor forward, in the caller's transaction. */
    void advance(String consumer, String node, long position);

    /** Announcements after a position in order, at most {@code most}. */
    List<Notice> after(long position, int most);

    /** Position of the newest announcement of a topic with this detail; -1 when there is none. */
    long last(Entry.Topic topic, String detail);
}
