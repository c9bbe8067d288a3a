package org.sceau.registry.web.schemes;

import java.util.Optional;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.web.words.Texts;

/**
 * The definitions behind the operator's URI space: type of list, rules, status determination, service types, statuses and
 * extensions (ETSI TS 119 612 cl. 5.3.3, 5.3.8, 5.3.9, 5.5.1, 5.5.4).
 */
public record Definitions(Schemes schemes, Label operator) {
    private static final int LONGEST_NAME = 80;

    /**
     * @param path what follows the base of the URI space, such as {@code Svcstatus/withdrawn}
     */
    public Optional<Definition> find(String path) {
        int slash = path.indexOf('/');
        String kind = slash < 0 ? path : path.substring(0, slash);
        // A level such as EAL4+ stands unescaped in addresses, and some readers take the sign for a space.
        String name = slash < 0 ? "" : path.substring(slash + 1).replace(' ', '+');
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9/_.+-]*") || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return switch (kind) {
            case "Svctype" -> family(name);
            case "Svcstatus" -> status(name);
            case "TSLType", "StatusDetn", "schemerules", "SvcInfoExt" ->
                isOurs(name) ? Optional.of(definition("uri." + kind, Label.same(name), operator)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Definition> family(String name) {
        return name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && name.length() <= 60
                ? schemes.family(new FamilyId(name))
                        .filter(known -> schemes.isPublic(known.id()))
                        .map(this::family)
                : Optional.empty();
    }

    private Definition family(Family family) {
        Definition bare = definition("uri.Svctype", family.label(), operator);
        return new Definition(bare.title(), joined(bare.text(), family.summary()));
    }

    private Optional<Definition> status(String code) {
        for (VisaStatus status : VisaStatus.values()) {
            if (status.code().equals(code)) {
                Label word = both("status." + code);
                return Optional.of(new Definition(word, both("uri.Svcstatus." + code)));
            }
        }
        return Optional.empty();
    }

    /** Names that would claim the supervision of the European trusted lists are never ours. */
    private static boolean isOurs(String name) {
        return !name.startsWith("EU");
    }

    private static Definition definition(String key, Label name, Label operator) {
        return new Definition(
                new Label(say(Language.FRENCH, key, name.fr()), say(Language.ENGLISH, key, name.en())),
                new Label(
                        say(Language.FRENCH, key + ".text", operator.fr()),
                        say(Language.ENGLISH, key + ".text", operator.en())));
    }

    private static Label both(String key) {
        return new Label(say(Language.FRENCH, key), say(Language.ENGLISH, key));
    }

    private static Label joined(Label first, Label second) {
        return new Label(cut(first.fr() + " " + second.fr()), cut(first.en() + " " + second.en()));
    }

    private static String cut(String text) {
        return text.length() <= Label.MAX_LENGTH ? text : text.substring(0, Label.MAX_LENGTH);
    }

    private static String say(Language language, String key, Object... parts) {
        return Texts.in(language).say(key, parts);
    }
}
