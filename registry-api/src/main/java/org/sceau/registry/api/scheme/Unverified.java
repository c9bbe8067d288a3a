package org.sceau.registry.api.scheme;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Counts the rows of a definition whose source nobody has read: every record that says {@code verified} and says no. */
final class Unverified {
    private static final String MARK = "verified";

    private Unverified() {}

    static int in(Object value) {
        if (value instanceof Record record) {
            return inRecord(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Unverified::in).orElse(0);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().mapToInt(Unverified::in).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return in(map.values());
        }
        return 0;
    }

    private static int inRecord(Record record) {
        int count = 0;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object part = part(record, component);
            count += component.getName().equals(MARK) && Boolean.FALSE.equals(part) ? 1 : in(part);
        }
        return count;
    }

    private static Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.getName() + " of " + record.getClass(), e);
        }
    }
}
