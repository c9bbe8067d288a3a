package org.sceau.registry.infrastructure.persistence;

import java.sql.SQLException;

/** The database did not do what was asked. */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;

    DatabaseFailure(SQLException cause) {
        super(cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    /** Whether a unique key or another constraint stood in the way (SQLSTATE class 23), or two transactions clashed (40), or a
     * lock was waited for too long. */
    boolean isClash() {
        return state.startsWith("23") || state.startsWith("40") || state.equals("55P03") || state.equals("HYT00");
    }
}
