package org.sceau.registry.application.notifying;

/** What people chose, by account. */
public interface Preferences {

    /**
     * What one person chose.
     *
     * @param seen journal position up to which the person marked what was told as read; -1 before the first time
     */
    record Preference(Manner manner, long seen) {
        /** Of whoever chose nothing. */
        public static final Preference USUAL = new Preference(Manner.AT_ONCE, -1);

        Preference with(Manner other) {
            return new Preference(other, seen);
        }

        /** Nothing becomes unread again. */
        Preference seenTo(long position) {
            return new Preference(manner, Math.max(seen, position));
        }
    }

    /** {@link Preference#USUAL} for an account that chose nothing. */
    Preference of(String accountId);

    void put(String accountId, Preference preference);
}
