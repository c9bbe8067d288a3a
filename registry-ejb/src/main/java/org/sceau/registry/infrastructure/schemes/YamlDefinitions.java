package org.sceau.registry.infrastructure.schemes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.application.revising.Definitions;
import org.sceau.registry.application.revising.UnusableDefinition;
import org.sceau.registry.application.revising.UnverifiedValue;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/** Reads definitions as the start does, with the same bounds and the same refusals. */
@ApplicationScoped
public class YamlDefinitions implements Definitions {
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected YamlDefinitions() {
        this(null);
    }

    /** @param schemes whose families a definition may name */
    @Inject
    public YamlDefinitions(Schemes schemes) {
        this.schemes = schemes;
    }

    @Override
    public SchemeVersion read(String file, byte[] bytes) {
        return readable(
                file,
                bytes,
                definition -> SchemeVersionReader.read(
                        file,
                        definition,
                        schemes.families().stream().map(Family::id).collect(Collectors.toSet())));
    }

    @Override
    public List<UnverifiedValue> unverified(String file, String text) {
        return readable(
                file,
                text.getBytes(StandardCharsets.UTF_8),
                definition -> new UnverifiedReader(text.lines().toList()).read(definition.node()));
    }

    private static <R> R readable(String file, byte[] bytes, Function<Entry, R> reader) {
        try (ByteArrayInputStream content = new ByteArrayInputStream(bytes)) {
            return reader.apply(DefinitionFile.read(file, content));
        } catch (BrokenDefinition broken) {
            throw new UnusableDefinition(file, broken.line(), broken.code(), broken.reason());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Shipped> shipped() {
        return SchemesFromResources.texts(YamlDefinitions.class.getClassLoader()).entrySet().stream()
                .map(file -> new Shipped(
                        read(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)), file.getValue()))
                .toList();
    }
}
