package org.sceau.registry.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements on the connection of the current transaction. Parameters are always bound, never written into the text.
 *
 * <p>Instants travel as UTC {@code timestamp with time zone}, days as {@code date}.
 */
@ApplicationScoped
public class Sql {
    private static final int ROWS_A_FETCH = 500;

    private final OneWriter writer;
    private DataSource source;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Sql() {
        this.writer = null;
    }

    /** For the container, which then injects the data source. */
    @Inject
    @SuppressWarnings("NullAway")
    Sql(OneWriter writer) {
        this.writer = writer;
    }

    /** On a database whose writers need not take turns. */
    public Sql(DataSource source) {
        this(source, new OneWriter());
    }

    public Sql(DataSource source, OneWriter writer) {
        this.writer = writer;
        this.source = source;
    }

    @Resource(lookup = "java:app/jdbc/registry")
    void setRegistry(DataSource registry) {
        this.source = registry;
    }

    /** Reads one row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one value as it is read. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    public int update(String statement, @Nullable Object... values) {
        writer.beforeWrite();
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } finally {
            writer.afterWrite();
        }
    }

    public void batch(String statement, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        writer.beforeWrite();
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } finally {
            writer.afterWrite();
        }
    }

    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... values) {
        List<T> rows = new ArrayList<>();
        forEach(query, row -> rows.add(reader.read(row)), values);
        return rows;
    }

    /** The first row. Fetched in one go, without a cursor: meant for questions that one row answers. */
    public <T> Optional<T> one(String query, RowReader<T> reader, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            bind(prepared, values);
            try (ResultSet rows = prepared.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row, which nobody else may change until this transaction ended; ends in {@code for update}. */
    public <T> Optional<T> locked(String query, RowReader<T> reader, @Nullable Object... values) {
        writer.beforeWrite();
        try {
            return one(query, reader, values);
        } finally {
            writer.afterWrite();
        }
    }

    public long number(String query, @Nullable Object... values) {
        return one(query, row -> row.getLong(1), values).orElse(0L);
    }

    /** Visits row by row; inside a transaction the rows are fetched in portions, so that memory stays flat. */
    public void forEach(String query, RowVisitor visitor, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            prepared.setFetchSize(ROWS_A_FETCH);
            bind(prepared, values);
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                prepared.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof UUID id) {
                prepared.setString(i + 1, id.toString());
            } else if (value instanceof Optional<?> optional) {
                prepared.setObject(i + 1, optional.orElse(null));
            } else {
                prepared.setObject(i + 1, value);
            }
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
