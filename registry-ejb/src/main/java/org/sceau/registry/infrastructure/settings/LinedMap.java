package org.sceau.registry.infrastructure.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A mapping of a YAML file that knows its line. Two of the same members are equal, wherever they stand. */
final class LinedMap extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final int line;

    private LinedMap(int line) {
        this.line = line;
    }

    /** The line on which the first member stands, 1 for the first one. */
    int line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Loads a file with a line for each mapping. */
    static Load load(LoadSettings yaml) {
        return new Load(yaml, new StandardConstructor(yaml) {
            @Override
            protected Map<Object, Object> constructMapping(MappingNode node) {
                LinedMap map = new LinedMap(
                        node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
                constructMapping2ndStep(node, map);
                return map;
            }
        });
    }
}
