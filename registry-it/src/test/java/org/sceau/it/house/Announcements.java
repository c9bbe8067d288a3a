package org.sceau.it.house;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sceau.registry.application.door.Committed;

/** Announces to nobody: tests call the consumers themselves. */
final class Announcements implements Event<Committed> {
    @Override
    public void fire(Committed event) {}

    @Override
    public <U extends Committed> CompletionStage<U> fireAsync(U event) {
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends Committed> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event<Committed> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends Committed> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new IllegalStateException("not asked for");
    }

    @Override
    public <U extends Committed> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new IllegalStateException("not asked for");
    }
}
