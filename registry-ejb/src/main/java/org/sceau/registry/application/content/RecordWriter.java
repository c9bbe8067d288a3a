package org.sceau.registry.application.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sceau.ledger.CanonicalJson;

/** Values of the domain as JSON values. */
final class RecordWriter {
    private RecordWriter() {}

    /** Null for what is absent: an empty optional or collection. */
    static @Nullable Object write(Object value) {
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordWriter::write).orElse(null);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? (Object) (long) number.getAsInt() : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? (Object) number.getAsLong() : null;
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty() ? null : list(items);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? null : object(map);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof LocalDate
                || value instanceof Instant
                || value instanceof Period
                || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
    }

    private static @Nullable Object record(Record record) {
        RecordForm form = RecordForm.of(record.getClass());
        if (form.isName()) {
            return write(form.members().get(0).of(record));
        }
        return new Members(form.written(), record);
    }

    /** The members of a record, in canonical order. Text is made of them as they are told: a map of them would be made for each version that is kept. */
    private static final class Members extends AbstractMap<String, Object> implements CanonicalJson.Ordered {
        private final List<RecordForm.Written> members;
        private final Record record;

        Members(List<RecordForm.Written> members, Record record) {
            this.members = members;
            this.record = record;
        }

        @Override
        public void each(BiConsumer<String, @Nullable Object> told) {
            for (RecordForm.Written written : members) {
                Object value = write(written.value().apply(record));
                if (value != null) {
                    told.accept(written.name(), value);
                }
            }
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            Map<String, Object> all = new LinkedHashMap<>();
            each(all::put);
            return all.entrySet();
        }
    }

    private static List<Object> list(Collection<?> items) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> {
            Object value = write(item);
            if (value != null) {
                list.add(value);
            }
        });
        if (items instanceof Set<?>) {
            // A set has no order of its own: the same set is the same bytes.
            list.sort(Comparator.comparing(RecordWriter::text));
        }
        return list;
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> json = new TreeMap<>();
        map.forEach((key, item) -> {
            Object value = write(item);
            if (value != null) {
                json.put(String.valueOf(write(key)), value);
            }
        });
        return json;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : CanonicalJson.text(Map.of("v", value));
    }
}
