package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.List;
import java.util.Map;

/** A value of a JSON text. */
sealed interface Json {
    record Text(String value) implements Json {}

    /** A number as written: nobody computes with it. */
    record Numeral(String literal) implements Json {}

    record Literal(boolean value) implements Json {}

    enum Null implements Json {
        NULL
    }

    record Array(List<Json> values) implements Json {}

    /** Members in their order; no name occurs twice. */
    record Members(Map<String, Json> byName) implements Json {}
}
