package org.sceau.it.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps connections that were closed for who asks next: each new one is a process of PostgreSQL, and costs more than most of what is asked
 * over it. Few are kept over all houses, so that those that are gone keep none.
 */
final class IdleConnections implements ThreadDataSource.Connections {
    private static final int MOST = 8;
    private static final Deque<Idle> IDLE = new ArrayDeque<>();

    private final ThreadDataSource.Connections source;

    /** One that waits. */
    private record Idle(IdleConnections of, Connection connection) {}

    IdleConnections(ThreadDataSource.Connections source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        synchronized (IDLE) {
            for (Iterator<Idle> waiting = IDLE.descendingIterator(); waiting.hasNext(); ) {
                Idle idle = waiting.next();
                if (idle.of() == this) {
                    waiting.remove();
                    return lent(idle.connection());
                }
            }
        }
        return lent(source.open());
    }

    private Connection lent(Connection connection) {
        AtomicBoolean back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                IdleConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true)) {
                            takeBack(connection);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As it was when it was opened; one that died is let go. */
    private void takeBack(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException dead) {
            connection.close();
        }
        if (connection.isClosed()) {
            return;
        }
        synchronized (IDLE) {
            IDLE.addLast(new Idle(this, connection));
            if (IDLE.size() > MOST) {
                IDLE.removeFirst().connection().close();
            }
        }
    }
}
