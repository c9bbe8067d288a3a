package org.sceau.registry.infrastructure.persistence;

import java.sql.SQLException;

/** The database did not do what was asked. */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /** Whether a unique key or another constraint stood in the way (SQLSTATE class 23), or two transactions clashed (40). */
    boolean isClash() {
        String state = ((SQLException) getCause()).getSQLState();
        return state != null && (state.startsWith("23") || state.startsWith("40") || state.equals("55P03"));
    }
}
