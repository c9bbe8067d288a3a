package org.sceau.benchmarks.decision;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what goes over a connection: each statement in order with the values bound to it. */
final class Recording {
    private final List<Sent> sent = new ArrayList<>();

    /** How a statement was sent. */
    enum How {
        QUERY,
        UPDATE,
        BATCH
    }

    /**
     * One statement.
     *
     * @param rows values of its parameters; several rows for a batch alone
     */
    record Sent(String text, How how, List<List<@Nullable Object>> rows) {
        boolean isWriteOrLock() {
            return !text.startsWith("select") || text.endsWith("for update");
        }
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    Connection of(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? recorded((String) arguments[0], statement) : result;
        });
    }

    private PreparedStatement recorded(String text, PreparedStatement statement) {
        Map<Integer, @Nullable Object> values = new TreeMap<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method.getName()) {
                case "setObject", "setString" -> values.put((Integer) arguments[0], arguments[1]);
                case "addBatch" -> rows.add(new ArrayList<>(values.values()));
                case "executeBatch" -> sent.add(new Sent(text, How.BATCH, List.copyOf(rows)));
                case "executeUpdate" -> sent.add(once(text, How.UPDATE, values));
                case "execute" -> apart(text, new ArrayList<>(values.values()));
                case "executeQuery" -> sent.add(once(text, How.QUERY, values));
                default -> {
                    if (method.getName().startsWith("execute")) {
                        throw new IllegalStateException("not recorded: " + method);
                    }
                }
            }
            return invoke(statement, method, arguments);
        });
    }

    /** Statements that were sent as one, each on its own; rows of one statement after each other as a batch. */
    private void apart(String joined, List<@Nullable Object> values) {
        int from = 0;
        for (String text : joined.split(";\n")) {
            int to = from + (int) text.chars().filter(c -> c == '?').count();
            List<@Nullable Object> row = new ArrayList<>(values.subList(from, to));
            from = to;
            Sent last = sent.isEmpty() ? null : sent.get(sent.size() - 1);
            if (last != null && last.text().equals(text)) {
                List<List<@Nullable Object>> rows = new ArrayList<>(last.rows());
                rows.add(row);
                sent.set(sent.size() - 1, new Sent(text, How.BATCH, rows));
            } else {
                sent.add(new Sent(text, How.UPDATE, List.of(row)));
            }
        }
    }

    private static Sent once(String text, How how, Map<Integer, @Nullable Object> values) {
        return new Sent(text, how, List.of(new ArrayList<>(values.values())));
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Recording.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sent.forEach(one -> text.append(one.how())
                .append(' ')
                .append(one.text())
                .append(' ')
                .append(one.rows().stream()
                        .map(row -> Arrays.toString(row.toArray()))
                        .toList())
                .append('\n'));
        return text.toString();
    }
}
