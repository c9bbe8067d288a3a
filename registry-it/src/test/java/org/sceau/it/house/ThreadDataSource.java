package org.sceau.it.house;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.application.door.Transactions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.infrastructure.persistence.OnBehalf;

/** A data source with transactions bound to the thread, as the container gives them; and nothing more. */
public final class ThreadDataSource implements DataSource, Transactions {
    private static final String NEVER = "-- never";

    private final String url;
    private final Connections connections;
    /** Tells the database whose a transaction is, as the container's transactions do. */
    public final OnBehalf onBehalf = new OnBehalf();

    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile int eventful = Integer.MAX_VALUE;
    private volatile Runnable event = () -> {};
    private final AtomicReference<@Nullable Interruption> interruption = new AtomicReference<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    /** What happens before the next statement of a transaction whose text has this part. */
    private record Interruption(String part, Runnable what) {}

    /** Where connections come from; each is closed after use. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    ThreadDataSource(String url, String user, String password) {
        this(url, () -> DriverManager.getConnection(url, user, password));
    }

    /** The same on the connections of somebody else, who may keep them open. */
    public ThreadDataSource(String url, Connections connections) {
        this.url = url;
        this.connections = connections;
    }

    public String url() {
        return url;
    }

    /** The process dies at the n-th commit from now, before it. */
    public void dieAtCommit(int number) {
        beforeCommit(number, () -> {
            throw new ThreadDeath();
        });
    }

    /** Something happens at the n-th commit from now, before it. */
    public void beforeCommit(int number, Runnable what) {
        commits.set(0);
        event = what;
        eventful = number;
    }

    /** Something happens once, before the next statement of a transaction whose text has this part. */
    public void beforeStatement(String part, Runnable what) {
        sent.clear();
        interruption.set(new Interruption(part, what));
    }

    /** How many statements with this part transactions sent since {@link #beforeStatement}. */
    public long sent(String part) {
        return sent.stream().filter(text -> text.contains(part)).count();
    }

    private void sending(String text) {
        Interruption next = interruption.get();
        if (next == null) {
            return;
        }
        sent.add(text);
        if (text.contains(next.part()) && interruption.compareAndSet(next, new Interruption(NEVER, () -> {}))) {
            next.what().run();
        }
    }

    /** Nothing happens any more. */
    public void live() {
        eventful = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection open = current.get();
        if (open == null) {
            return connections.open();
        }
        return open;
    }

    /** The same for a test that looks: what it asks outside a transaction, it asks for the house. */
    public DataSource forTests() {
        return (DataSource) Proxy.newProxyInstance(
                ThreadDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? seeing() : method.invoke(this, arguments));
    }

    /** The same for a superuser, before whom there is no wall; on a database without walls, the only role there is. */
    public DataSource forSuperuser() {
        return (DataSource) Proxy.newProxyInstance(
                ThreadDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        return method.invoke(this, arguments);
                    }
                    return isWalled() ? DriverManager.getConnection(url, "postgres", "postgres") : connections.open();
                });
    }

    private boolean isWalled() {
        return url.startsWith("jdbc:postgresql");
    }

    private Connection seeing() throws SQLException {
        Connection open = getConnection();
        if (current.get() != null || !isWalled()) {
            return open;
        }
        say(open, "on");
        return (Connection) Proxy.newProxyInstance(
                ThreadDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        say(open, "");
                    }
                    try {
                        return method.invoke(open, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void say(Connection connection, String house) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('sceau.house', '" + house + "', false)");
        }
    }

    /** The connection of a transaction, which its users cannot close. */
    public static Connection lent(Connection open) {
        return lent(open, text -> {});
    }

    private static Connection lent(Connection open, Consumer<String> sending) {
        return (Connection) Proxy.newProxyInstance(
                ThreadDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        sending.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(open, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A transaction of the test itself, which sees and changes everything. */
    public <R> R inNew(Supplier<R> work) {
        return inNew(Behalf.HOUSE, work);
    }

    @Override
    public <R> R inNew(Behalf behalf, Supplier<R> work) {
        return onBehalf.during(behalf, () -> committed(work));
    }

    private <R> R committed(Supplier<R> work) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction is open already");
        }
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            current.set(lent(connection, this::sending));
            try {
                R result = work.get();
                if (commits.incrementAndGet() == eventful) {
                    event.run();
                }
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                if (failure.getCause() instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith("40")) {
                    throw Refusal.of("concurrent-change", Refusal.Kind.CONFLICT).asException();
                }
                throw failure;
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection(String name, String secret) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.sceau.it");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing to unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
