package org.sceau.registry.application.content;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one class is written and read. Found out once a class: asking the machine again for each value costs more than the JSON. */
final class RecordForm {
    /** Member that tells the cases of a sealed type apart. */
    static final String CASE = "is";

    private static final ClassValue<RecordForm> FORMS = new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
            return new RecordForm(type);
        }
    };

    private final Class<?> type;
    private final Map<String, Class<?>> cases;
    private final List<Member> members;
    private final Optional<String> caseName;
    private final Optional<Constructor<?>> constructor;
    private final List<Written> written;

    private RecordForm(Class<?> type) {
        this.type = type;
        this.cases = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .collect(Collectors.toMap(RecordForm::caseOf, Function.identity(), (a, b) -> a, TreeMap::new))
                : Map.of();
        this.members = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(Member::of).toList()
                : List.of();
        this.caseName = type.isRecord() && Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)
                ? Optional.of(caseOf(type))
                : Optional.empty();
        this.written = Stream.concat(
                        members.stream().map(member -> new Written(member.name(), member::of)),
                        caseName.stream().map(name -> new Written(CASE, record -> name)))
                .sorted(Comparator.comparing(Written::name))
                .toList();
        this.constructor = type.isRecord() ? Optional.of(canonical(type)) : Optional.empty();
    }

    /** A component of a record. */
    record Member(String name, Type type, Method accessor) {
        private static Member of(RecordComponent component) {
            component.getAccessor().trySetAccessible();
            return new Member(component.getName(), component.getGenericType(), component.getAccessor());
        }

        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(name + " of " + record.getClass(), e);
            }
        }
    }

    /** A member of the JSON of a record. */
    record Written(String name, Function<Record, Object> value) {}

    static RecordForm of(Class<?> type) {
        return FORMS.get(type);
    }

    boolean isSealed() {
        return !cases.isEmpty();
    }

    boolean isRecord() {
        return constructor.isPresent();
    }

    /** Whether a record is nothing but a name for its one value. */
    boolean isName() {
        return members.size() == 1 && members.get(0).name().equals("value") && caseName.isEmpty();
    }

    /** Components in their order. */
    List<Member> members() {
        return members;
    }

    /** Members of its JSON in their canonical order; one says which case of a sealed type it is: {@code whole} for {@code FactValue.Whole}. */
    List<Written> written() {
        return written;
    }

    /** The case of a sealed type with this name; refuses another name with {@link IllegalArgumentException}. */
    Class<?> caseNamed(String name) {
        Class<?> named = cases.get(name);
        if (named == null) {
            throw new IllegalArgumentException("no case " + name + " of " + type.getSimpleName());
        }
        return named;
    }

    /** A record of these values; what its constructor refuses is refused here. */
    Object make(Object[] values) {
        try {
            return constructor.orElseThrow().newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalArgumentException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static String caseOf(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.trySetAccessible();
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
