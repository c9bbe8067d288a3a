package org.sceau.registry.domain.calendar;

/** How a term is counted. The day of the event is never counted. */
public enum Counting {
    /** To the same date, and no further: caps, such as the 42 days of a suspension (EUCC Art. 30(1)). */
    CAP,
    /**
     * Regulation (EEC, Euratom) No 1182/71 Art. 3(4)-(5): ends on the next working day where it would end on a holiday, and
     * a term of two days or more holds at least two working days.
     */
    EU_1182_71,
    /** Working days only. */
    WORKING_DAYS,
    /** Monday to Saturday but holidays: the "jours ouvrables" of French law. */
    WEEKDAYS,
    /** By the hour from the very instant, a day being 24 hours: what is owed within hours (eIDAS Art. 24(2)(fb)). */
    HOURS
}
