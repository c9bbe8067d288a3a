package org.sceau.registry.application.recording;

/** Numbers given out, each series from 1 without a gap and never twice. Taken in the transaction of the act that uses them. */
public interface Numbers {

    /** The next number of a series; gone for good once the act commits, free again when it does not. */
    default long next(String series) {
        return next(series, 0);
    }

    /**
     * The same beyond a number that somebody else gave.
     *
     * @param beyond 0 where there is none; the number that is given is larger
     */
    long next(String series, long beyond);
}
