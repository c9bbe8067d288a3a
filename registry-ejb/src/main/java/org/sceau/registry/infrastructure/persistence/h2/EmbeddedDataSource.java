package org.sceau.registry.infrastructure.persistence.h2;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded database as a data source and nothing else. Its own class is one of distributed transactions too, and a server that sees this
 * uses it so: then each connection that goes back to the pool is rolled back, and a rollback saves all that others are about to write (ADR 0021).
 *
 * <p>The server fills it by name, from the definition of the data source.
 */
public final class EmbeddedDataSource implements DataSource {
    private final JdbcDataSource source = new JdbcDataSource();

    /** @param url begins with {@code jdbc:h2:} */
    public void setUrl(String url) {
        source.setURL(url);
    }

    public void setUser(String user) {
        source.setUser(user);
    }

    public void setPassword(String password) {
        source.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return source.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        source.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() {
        return source.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        source.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
