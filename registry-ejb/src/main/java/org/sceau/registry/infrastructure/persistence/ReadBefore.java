package org.sceau.registry.infrastructure.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sceau.registry.application.content.CanonicalRecord;

/**
 * Records that this node read lately. Who acts on a matter has looked at it a moment before: the text that stands there is asked of the
 * database each time, and read again only when it says something else.
 */
final class ReadBefore<T extends Record> {
    private static final int MOST = 500;
    private static final int LONGEST = 32 * 1024;

    private final Class<T> type;
    private final Map<String, Read<T>> reads = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read<T>> eldest) {
            return size() > MOST;
        }
    };

    private record Read<T>(String content, T record) {}

    ReadBefore(Class<T> type) {
        this.type = type;
    }

    /** The record that this text says, which stands under this id. */
    T read(String id, String content) {
        synchronized (reads) {
            Read<T> known = reads.get(id);
            if (known != null && known.content().equals(content)) {
                return known.record();
            }
        }
        T record = CanonicalRecord.parse(content, type);
        if (content.length() <= LONGEST) {
            synchronized (reads) {
                reads.put(id, new Read<>(content, record));
            }
        }
        return record;
    }
}
