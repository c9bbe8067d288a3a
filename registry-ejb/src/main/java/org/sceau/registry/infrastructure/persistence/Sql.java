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
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
    private static final Pattern QUESTION = Pattern.compile("\\s*(select|with)\\s");

    private final OneWriter writer;
    private final OnBehalf behalf;
    private final ThreadLocal<@Nullable HeldWrites> held = new ThreadLocal<>();
    private DataSource source;
    private volatile @Nullable Boolean joins;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Sql() {
        this.writer = null;
        this.behalf = null;
    }

    /** For the container, which then injects the data source. */
    @Inject
    @SuppressWarnings("NullAway")
    Sql(OneWriter writer, OnBehalf behalf) {
        this.writer = writer;
        this.behalf = behalf;
    }

    /** On a database whose writers need not take turns. */
    public Sql(DataSource source, OnBehalf behalf) {
        this(source, new OneWriter(), behalf);
    }

    public Sql(DataSource source, OneWriter writer, OnBehalf behalf) {
        this.writer = writer;
        this.behalf = behalf;
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
        sendHeld();
        writer.beforeWrite();
        try (Connection connection = source.getConnection();
                Asking asking = asking(connection, statement, values)) {
            return asking.met();
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
        sendHeld();
        writer.beforeWrite();
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            OnBehalf.Speech speech = spoken(connection, behalf.next());
            Asking.tell(connection, behalf, speech);
            for (Object[] row : rows) {
                bind(prepared, 1, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
            Asking.end(connection, speech);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } finally {
            writer.afterWrite();
        }
    }

    /** All rows. Fetched in one go, without a cursor: they are in memory at the end anyway. */
    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        sendHeldBefore(query);
        try (Connection connection = source.getConnection();
                Asking asking = asking(connection, query, values);
                ResultSet rows = asking.rows()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row. Fetched in one go, without a cursor: meant for questions that one row answers. */
    public <T> Optional<T> one(String query, RowReader<T> reader, @Nullable Object... values) {
        sendHeldBefore(query);
        try (Connection connection = source.getConnection();
                Asking asking = asking(connection, query, values);
                ResultSet rows = asking.rows()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
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
        sendHeldBefore(query);
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            OnBehalf.Speech speech = spoken(connection, behalf.next());
            Asking.tell(connection, behalf, speech);
            prepared.setFetchSize(ROWS_A_FETCH);
            bind(prepared, 1, values);
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
            Asking.end(connection, speech);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Asks past the wall that keeps the rows of others from whoever is behind the transaction: for facts that a rule rests on, or that the
     * scheme makes public, and never for what is shown as it is. {@code PastTheWallTest} names each place and its reason.
     */
    public <R> R asHouse(Supplier<R> question) {
        return behalf.asHouse(question);
    }

    private Asking asking(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        return Asking.of(connection, behalf, spoken(connection, behalf.next()), statement, values);
    }

    /** The embedded database has no walls. */
    private OnBehalf.Speech spoken(Connection connection, OnBehalf.Speech speech) throws SQLException {
        return speech.isNone() || !joins(connection) ? OnBehalf.Speech.NONE : speech;
    }

    /**
     * From here on this thread's {@link #write writes} wait until their tables are asked, or they are sent: they travel to the database together.
     * For use inside a transaction, which ends with {@link #release}.
     */
    public void hold() {
        held.set(new HeldWrites());
    }

    /** Sends what waits; whatever is written from here on does not wait. */
    public void send() {
        sendHeld();
        held.remove();
    }

    /** Forgets what was not sent: its transaction is not committed. */
    public void release() {
        held.remove();
    }

    /** A write of which nothing is asked but that it be done before the next question, or the commit. */
    public void write(String statement, @Nullable Object... values) {
        write(false, statement, values);
    }

    /** The same of one row, which it must meet: otherwise somebody else changed it first, {@code concurrent-change}. */
    public void writeOne(String statement, @Nullable Object... values) {
        write(true, statement, values);
    }

    private void write(boolean one, String statement, @Nullable Object... values) {
        HeldWrites waiting = held.get();
        if (waiting == null || behalf.isAsHouse()) {
            int met = update(statement, values);
            if (one) {
                Stale.requireOne(met);
            }
            return;
        }
        waiting.add(statement, values, one);
        if (waiting.areMany()) {
            sendHeld();
        }
    }

    /** Whoever writes takes the turn first, and what has none is not undone by a refusal: so a question is nothing that writes. */
    private static void requireQuestion(String question) {
        if (!QUESTION.matcher(question).lookingAt()) {
            throw new IllegalArgumentException("no question: " + question);
        }
    }

    private void sendHeldBefore(String question) {
        requireQuestion(question);
        HeldWrites waiting = held.get();
        if (waiting != null && waiting.mayAnswer(question)) {
            sendHeld();
        }
    }

    private void sendHeld() {
        HeldWrites waiting = held.get();
        if (waiting == null || waiting.areNone()) {
            return;
        }
        writer.beforeWrite();
        try (Connection connection = source.getConnection()) {
            Asking.tell(connection, behalf, spoken(connection, behalf.introduction()));
            waiting.send(connection, joins(connection));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } finally {
            writer.afterWrite();
        }
    }

    /** Whether the database takes several statements in one text; the embedded one has no way to travel. */
    private boolean joins(Connection connection) throws SQLException {
        Boolean known = joins;
        if (known == null) {
            known = !Migrations.isEmbedded(connection.getMetaData().getDatabaseProductName());
            joins = known;
        }
        return known;
    }

    /** Binds values from a parameter on, and says which is the next. */
    static int bind(PreparedStatement prepared, int first, @Nullable Object... values) throws SQLException {
        int parameter = first;
        for (Object value : values) {
            if (value instanceof Instant instant) {
                prepared.setObject(parameter, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof UUID id) {
                prepared.setString(parameter, id.toString());
            } else if (value instanceof Optional<?> optional) {
                prepared.setObject(parameter, optional.orElse(null));
            } else {
                prepared.setObject(parameter, value);
            }
            parameter++;
        }
        return parameter;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
