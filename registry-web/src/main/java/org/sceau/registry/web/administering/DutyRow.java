package org.sceau.registry.web.administering;

/**
 * One kind of scheduled work.
 *
 * @param name  in words
 * @param ran   end of its last pass
 * @param until last legal day of which everything is done
 * @param next  when it looks again, in words
 * @param count entries it has left in all
 * @param state in words, with class and mark of its tone
 * @param failed first subject that could not be done; empty for none
 */
public record DutyRow(
        String name, String ran, String until, String next, long count, String state, String tone, String failed) {}
