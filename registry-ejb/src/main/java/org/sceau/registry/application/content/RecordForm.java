package org.sceau.registry.application.content;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
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
    private final Optional<Constructor<?>> constructor;
    private final List<Written> written;
    private final boolean isName;

    private RecordForm(Class<?> type) {
        this.type = type;
        this.cases = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .collect(Collectors.toMap(RecordForm::caseOf, Function.identity(), (a, b) -> a, TreeMap::new))
                : Map.of();
        this.members = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(Member::of).toList()
                : List.of();
        Optional<String> caseName =
                type.isRecord() && Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)
                        ? Optional.of(caseOf(type))
                        : Optional.empty();
        this.written = Stream.concat(
                        members.stream().map(member -> new Written(member.name(), member::of)),
                        caseName.stream().map(name -> new Written(CASE, record -> name)))
                .sorted(Comparator.comparing(Written::name))
                .toList();
        this.isName = members.size() == 1 && members.get(0).name().equals("value") && caseName.isEmpty();
        this.constructor = type.isRecord() ? Optional.of(canonical(type)) : Optional.empty();
    }

    /** A component of a record. */
    record Member(String name, RecordReader reader, Function<Object, Object> accessor) {
        private static Member of(RecordComponent component) {
            return new Member(
                    component.getName(), RecordReader.of(component.getGenericType()), direct(component.getAccessor()));
        }

        Object of(Record record) {
            return accessor.apply(record);
        }

        /** The call as the compiler would write it: by reflection it is the dearest part of writing a record. */
        @SuppressWarnings("unchecked")
        private static Function<Object, Object> direct(Method accessor) {
            try {
                MethodHandles.Lookup inside =
                        MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup());
                MethodHandle handle = inside.unreflect(accessor);
                MethodType plain = MethodType.methodType(Object.class, Object.class);
                return (Function<Object, Object>) LambdaMetafactory.metafactory(
                                inside,
                                "apply",
                                MethodType.methodType(Function.class),
                                plain,
                                handle,
                                handle.type().wrap())
                        .getTarget()
                        .invoke();
            } catch (Throwable e) {
                throw new IllegalStateException(accessor.toString(), e);
            }
        }
    }

    /** A member of the JSON of a record. */
    record Written(String name, Function<Record, Object> value) {}

    static RecordForm of(Class<?> type) {
        return FORMS.get(type);
    }

    /** Whether a record is nothing but a name for its one value. */
    boolean isName() {
        return isName;
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

    /** The record that a JSON value says. */
    Object read(JsonValue value) {
        Object[] values = new Object[members.size()];
        JsonObject object = isName ? JsonValue.EMPTY_JSON_OBJECT : value.asJsonObject();
        for (int i = 0; i < values.length; i++) {
            Member member = members.get(i);
            values[i] = member.reader().read(isName ? value : object.get(member.name()));
        }
        return make(values);
    }

    /** A record of these values; what its constructor refuses is refused here. */
    private Object make(Object[] values) {
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
