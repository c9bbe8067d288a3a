package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * Tells PostgreSQL on whose behalf a transaction asks, so that its policies keep the rows of others back (ADR 0035). It is said once, together
 * with the first statement, and for this transaction alone: the database forgets it at the end, whoever gets the connection next. A statement
 * outside a transaction says nothing.
 */
@ApplicationScoped
public class OnBehalf {
    private static final String SOMEBODY = "select set_config('sceau.account', ?, true),"
            + " set_config('sceau.organisation', ?, true), set_config('sceau.handles', ?, true)";
    private static final String HOUSE = "select set_config('sceau.house', 'on', true)";
    private static final String HOUSE_NO_MORE = "select set_config('sceau.house', '', true)";

    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();
    private final ThreadLocal<Boolean> house = ThreadLocal.withInitial(() -> false);

    /** A transaction of this thread, and whether the database has been told whose it is. */
    private static final class Open {
        private final Behalf behalf;
        private boolean told;

        Open(Behalf behalf) {
            this.behalf = behalf;
        }
    }

    /**
     * What goes with a statement in one text.
     *
     * @param before statements of one row each that come first
     * @param values bound in them
     * @param after  statements of one row each that come last
     */
    record Speech(List<String> before, List<Object> values, List<String> after) {
        static final Speech NONE = new Speech(List.of(), List.of(), List.of());

        boolean isNone() {
            return before.isEmpty();
        }
    }

    /** @param transaction begins a transaction on this thread and has ended it when it returns or throws */
    public <R> R during(Behalf behalf, Supplier<R> transaction) {
        open.set(new Open(behalf));
        try {
            return transaction.get();
        } finally {
            open.remove();
        }
    }

    /** What the statements that are sent meanwhile ask for the house, whoever is behind the transaction. */
    <R> R asHouse(Supplier<R> question) {
        boolean before = house.get();
        house.set(true);
        try {
            return question.get();
        } finally {
            house.set(before);
        }
    }

    /** Whether what is sent now asks for the house. */
    boolean isAsHouse() {
        return house.get();
    }

    /** What has to be said with the next statement on the connection of this thread. */
    Speech next() {
        Open transaction = open.get();
        Speech introduction = introduction();
        if (!isAsHouse() || transaction != null && transaction.behalf.house()) {
            return introduction;
        }
        List<String> before = new ArrayList<>(introduction.before());
        before.add(HOUSE);
        // A statement of its own is its own transaction: what was said ends with it.
        return new Speech(before, introduction.values(), transaction == null ? List.of() : List.of(HOUSE_NO_MORE));
    }

    /** The same of one that asks for whoever is behind the transaction, whatever is asked meanwhile. */
    Speech introduction() {
        Open transaction = open.get();
        return transaction == null || transaction.told ? Speech.NONE : introduction(transaction.behalf);
    }

    /** The database was told what {@link #next} says. */
    void said() {
        Open transaction = open.get();
        if (transaction != null) {
            transaction.told = true;
        }
    }

    /**
     * The same before statements that do not travel in one text with it.
     *
     * @throws IllegalStateException outside a transaction, where it would be forgotten before they come
     */
    void saidAlone() {
        if (open.get() == null) {
            throw new IllegalStateException("this is asked past the wall inside a transaction only");
        }
        said();
    }

    private static Speech introduction(Behalf behalf) {
        if (behalf.house()) {
            return new Speech(List.of(HOUSE), List.of(), List.of());
        }
        return behalf.account()
                .map(account -> new Speech(
                        List.of(SOMEBODY),
                        List.of(account, behalf.organisation().orElse(""), schemes(behalf.handles())),
                        List.of()))
                .orElse(Speech.NONE);
    }

    private static String schemes(SchemeScope handled) {
        return handled.all()
                ? "*"
                : handled.named().stream().map(SchemeId::value).sorted().collect(Collectors.joining(" "));
    }
}
