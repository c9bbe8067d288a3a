package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.revising.ReadDefinitions;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.UnverifiedValue;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;

/** One scheme version: the edition in use, what nobody has read of it in its source, and how that is corrected. */
@Named("schemeDesk")
@RequestScoped
public class SchemeDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDefinitions definitions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviseSchemes revising;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private ReadDefinitions.@Nullable InUse used;
    private List<ValueGroup> values = List.of();
    private List<EditionRow> editions = List.of();

    /** Reads what is shown. */
    public void open() {
        try {
            ReadDefinitions.InUse read = definitions.one(desk.actor(), desk.key());
            used = read;
            values = groups(read.unverified());
            SchemeVersionId id = read.version().id();
            EditionWords words = new EditionWords(desk, schemes);
            List<EditionRow> rows = new ArrayList<>(revising.proposals(desk.actor()).stream()
                    .filter(recorded -> recorded.revision().scheme().equals(id)
                            && !recorded.revision().state().isUsed())
                    .map(words::row)
                    .toList());
            List<EditionRow> inUse =
                    new ArrayList<>(revising.used(id).stream().map(words::row).toList());
            Collections.reverse(inUse);
            rows.addAll(inUse);
            editions = List.copyOf(rows);
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private List<ValueGroup> groups(List<UnverifiedValue> found) {
        Map<String, List<ValueRow>> byBlock = new LinkedHashMap<>();
        found.forEach(value -> byBlock.computeIfAbsent(value.place().get(0), block -> new ArrayList<>())
                .add(row(value)));
        return byBlock.entrySet().stream()
                .map(block -> new ValueGroup(block.getKey(), title(block.getKey()), block.getValue()))
                .toList();
    }

    private String title(String block) {
        return desk.texts().sayOr("block." + block, block);
    }

    private ValueRow row(UnverifiedValue value) {
        return new ValueRow(
                name(value),
                String.join(" › ", value.place()),
                desk.texts().say("scheme.line", Integer.toString(value.line())),
                value.source(),
                String.join("\n", value.text()));
    }

    /** Kinds of decisions and of dossiers have labels of their own; the file names them by their constants. */
    private String name(UnverifiedValue value) {
        String last = value.place().get(value.place().size() - 1);
        return value.label()
                .or(() -> constant(DecisionKind.values(), last, DecisionKind::label))
                .or(() -> constant(DossierKind.values(), last, DossierKind::label))
                .map(label -> label.in(desk.locale()))
                .orElseGet(() -> value.place().size() == 1 ? title(last) : last);
    }

    private static <E extends Enum<E>> Optional<Label> constant(E[] values, String name, Function<E, Label> label) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .map(label)
                .findFirst();
    }

    public boolean found() {
        return used != null;
    }

    private SchemeVersion version() {
        return Objects.requireNonNull(used).version();
    }

    public String name() {
        return found() ? new EditionWords(desk, schemes).version(version()) : "";
    }

    public String label() {
        return version().label().in(desk.locale());
    }

    public int revision() {
        return Objects.requireNonNull(used).revision().number();
    }

    /** The lowest number that a correction may have. */
    public int nextRevision() {
        return revision() + 1;
    }

    public String digest() {
        return version().definition();
    }

    /** Name of the file that a correction has. */
    public String file() {
        return version().id() + ".yaml";
    }

    /** Where the file in use is, byte for byte. */
    public String download() {
        return "/api/v1/schemes/" + version().id().scheme() + "/"
                + version().id().version() + "/revisions/" + revision();
    }

    /** The public page with the rules in words. */
    public String publicAddress() {
        return desk.to("/schemes/" + version().family()) + "?version="
                + version().id() + "#" + version().id();
    }

    /** What nobody has read in its source, in the order of the file. */
    public List<ValueGroup> values() {
        return values;
    }

    public String count() {
        return desk.texts()
                .say(
                        "schemes.unverified",
                        Objects.requireNonNull(used).unverified().size());
    }

    /** What was proposed and never used, then what is or was in use, each newest first. */
    public List<EditionRow> editions() {
        return editions;
    }
}
