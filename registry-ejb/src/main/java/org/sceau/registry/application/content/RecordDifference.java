package org.sceau.registry.application.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became different between two versions of a record, as a JSON Patch (RFC 6902): applied to the canonical JSON of the former, it
 * makes that of the later one. Records are compared, not their JSON: an act leaves most of one as it was, and what stayed is not written.
 */
final class RecordDifference {
    private final List<Map<String, Object>> operations = new ArrayList<>();

    private RecordDifference() {}

    /** The operations {@code add}, {@code remove} and {@code replace}, in the order in which they are applied; none for equal records. */
    static List<Map<String, Object>> between(Record before, Record after) {
        RecordDifference difference = new RecordDifference();
        difference.compare("", before, after);
        return difference.operations;
    }

    private void compare(String path, Object before, Object after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Optional<?> was && after instanceof Optional<?> is && was.isPresent() && is.isPresent()) {
            compare(path, was.get(), is.get());
        } else if (before instanceof Record was && after instanceof Record is && haveSameMembers(was, is)) {
            RecordForm.of(was.getClass())
                    .members()
                    .forEach(member -> compare(path + "/" + member.name(), member.of(was), member.of(is)));
        } else if (before instanceof List<?> was && after instanceof List<?> is && areItemwise(was, is)) {
            items(path, was, is);
        } else if (before instanceof Map<?, ?> was
                && after instanceof Map<?, ?> is
                && !was.isEmpty()
                && !is.isEmpty()) {
            members(path, was, is);
        } else {
            put(path, RecordWriter.write(before), RecordWriter.write(after));
        }
    }

    private static boolean haveSameMembers(Record was, Record is) {
        return was.getClass() == is.getClass() && !RecordForm.of(was.getClass()).isName();
    }

    /** An empty list is an absent member, and an item that is absent itself has no index. */
    private static boolean areItemwise(List<?> was, List<?> is) {
        return !was.isEmpty()
                && !is.isEmpty()
                && was.stream().allMatch(Record.class::isInstance)
                && is.stream().allMatch(Record.class::isInstance);
    }

    private void items(String path, List<?> was, List<?> is) {
        int both = Math.min(was.size(), is.size());
        for (int i = 0; i < both; i++) {
            compare(path + "/" + i, was.get(i), is.get(i));
        }
        for (int i = was.size() - 1; i >= both; i--) {
            put(path + "/" + i, RecordWriter.write(was.get(i)), null);
        }
        for (int i = both; i < is.size(); i++) {
            put(path + "/" + i, null, RecordWriter.write(is.get(i)));
        }
    }

    private void members(String path, Map<?, ?> was, Map<?, ?> is) {
        Map<String, Object> former = named(was);
        Map<String, Object> later = named(is);
        TreeSet<String> names = new TreeSet<>(former.keySet());
        names.addAll(later.keySet());
        for (String name : names) {
            String member = path + "/" + name.replace("~", "~0").replace("/", "~1");
            @Nullable Object before = former.get(name);
            @Nullable Object after = later.get(name);
            if (before != null && after != null) {
                compare(member, before, after);
            } else {
                put(
                        member,
                        before == null ? null : RecordWriter.write(before),
                        after == null ? null : RecordWriter.write(after));
            }
        }
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new HashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(RecordWriter.write(key)), value));
        return named;
    }

    private void put(String path, @Nullable Object before, @Nullable Object after) {
        if (after == null) {
            if (before != null) {
                operations.add(Map.of("op", "remove", "path", path));
            }
        } else if (!Objects.equals(before, after)) {
            operations.add(Map.of("op", before == null ? "add" : "replace", "path", path, "value", after));
        }
    }
}
