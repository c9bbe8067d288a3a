package org.sceau.benchmarks.decision;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import org.sceau.it.house.ThreadDataSource;

/** One open connection a thread, as a pool gives them: closing it gives it back. */
public final class KeptConnections implements ThreadDataSource.Connections, AutoCloseable {
    private final ThreadDataSource.Connections source;
    private final Map<Thread, Connection> open = new ConcurrentHashMap<>();
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();
    private final Set<Integer> backends = ConcurrentHashMap.newKeySet();

    public KeptConnections(ThreadDataSource.Connections source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        Connection kept = lent.get();
        if (kept == null) {
            Connection fresh = source.open();
            open.put(Thread.currentThread(), fresh);
            backends.add(fresh.unwrap(PGConnection.class).getBackendPID());
            kept = withoutClose(fresh);
            lent.set(kept);
        }
        return kept;
    }

    /** Processor time of the database's processes behind these connections, so far. */
    Duration databaseTime() throws IOException {
        long nanos = 0;
        for (int backend : backends) {
            String spent = Files.readString(Path.of("/proc/" + backend + "/schedstat"));
            nanos += Long.parseLong(spent.substring(0, spent.indexOf(' ')));
        }
        return Duration.ofNanos(nanos);
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
