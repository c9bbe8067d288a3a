package org.sceau.benchmarks.decision;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sceau.it.house.ThreadDataSource;

/** One open connection a thread, as a pool gives them: closing it gives it back. */
final class KeptConnections implements ThreadDataSource.Connections, AutoCloseable {
    private final ThreadDataSource.Connections source;
    private final Map<Thread, Connection> open = new ConcurrentHashMap<>();
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();

    KeptConnections(ThreadDataSource.Connections source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        Connection kept = lent.get();
        if (kept == null) {
            Connection fresh = source.open();
            open.put(Thread.currentThread(), fresh);
            kept = withoutClose(fresh);
            lent.set(kept);
        }
        return kept;
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                KeptConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : open.values()) {
            connection.close();
        }
    }
}
