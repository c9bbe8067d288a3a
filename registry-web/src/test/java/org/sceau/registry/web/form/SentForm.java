package org.sceau.registry.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that has the fields of a form, and nothing else. */
public final class SentForm {
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    public SentForm with(String name, String... values) {
        fields.put(name, values);
        return this;
    }

    public FormFields fields() {
        return new FormFields((HttpServletRequest) Proxy.newProxyInstance(
                SentForm.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getParameter" -> first(arguments[0]);
                    case "getParameterMap" -> fields;
                    case "getParameterValues" -> fields.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private @Nullable String first(Object name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }
}
