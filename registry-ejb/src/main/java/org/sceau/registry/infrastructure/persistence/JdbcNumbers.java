package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sceau.registry.application.recording.Numbers;

/** Series of numbers as rows that are locked until the act ends. Acts follow one another by the journal's counter, so no row clashes. */
@ApplicationScoped
public class JdbcNumbers implements Numbers {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcNumbers() {
        this(null);
    }

    @Inject
    public JdbcNumbers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long next(String series, long beyond) {
        Optional<Long> last =
                sql.locked("select last from number_series where series = ? for update", row -> row.getLong(1), series);
        long number = Math.max(last.orElse(0L), beyond) + 1;
        if (last.isEmpty()) {
            sql.update("insert into number_series (series, last) values (?, ?)", series, number);
        } else {
            sql.write("update number_series set last = ? where series = ?", number, series);
        }
        return number;
    }
}
