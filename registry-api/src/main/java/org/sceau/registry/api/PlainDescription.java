package org.sceau.registry.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Leaves in the description of the interface what we said and nothing else: the reader of the annotations writes down every default
 * it finds, among them bounds that no document could keep. Named in {@code microprofile-config.properties}.
 */
public class PlainDescription implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        dropEmptyBounds(schema);
        schema.setNullable(null);
        schema.setReadOnly(null);
        schema.setWriteOnly(null);
        schema.setDeprecated(null);
        schema.setUniqueItems(null);
        schema.setExclusiveMinimum(null);
        schema.setExclusiveMaximum(null);
        return schema;
    }

    /** No schema of ours states a length, a number of items or a number of members. */
    private static void dropEmptyBounds(Schema schema) {
        schema.setMinLength(null);
        schema.setMaxLength(null);
        schema.setMinItems(null);
        schema.setMaxItems(null);
        schema.setMinProperties(null);
        schema.setMaxProperties(null);
        BigDecimal step = schema.getMultipleOf();
        if (step != null && step.signum() == 0) {
            schema.setMultipleOf(null);
        }
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getRef() != null) {
            return parameter;
        }
        if (parameter.getSchema() == null) {
            parameter.setSchema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
        }
        parameter.setDeprecated(null);
        parameter.setAllowEmptyValue(null);
        parameter.setAllowReserved(null);
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        // The address it was asked under is not always the one it is reached under; paths below the same host are
        // enough.
        description.setServers(List.of(OASFactory.createServer().url("/")));
        TreeMap<String, Tag> tags = new TreeMap<>();
        Optional.ofNullable(description.getTags())
                .orElse(List.of())
                .forEach(tag -> tags.putIfAbsent(tag.getName(), tag));
        description.setTags(List.copyOf(tags.values()));
    }
}
