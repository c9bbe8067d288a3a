package org.sceau.it.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.it.access.Matrix.Row;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.party.Role;

/** The page that says who may do what: of acts as the door's table says it, of methods as the matrix does. */
final class AuthorisationPage {
    private static final String HEAD = """
            # Who may do what

            Written from the table of the application's one door (`Permission`) and from the matrix that tests keep
            (`registry-it/src/test/resources/access/matrix.csv`), never by hand; [CONTRIBUTING.md](../CONTRIBUTING.md) says how. *Qui peut faire
            quoi : page générée depuis la table des permissions et la matrice des tests.*

            Whoever is not let in is refused, nothing changes, and the audit log keeps it. What somebody must not learn of is answered byte for
            byte as what is not there. A token lets in for the acts that it names and for no more; one that is taken back, or of a closed
            account, opens nothing. `AccessIT` asks a running registry for every cell and searches all that anybody can read for words of
            others' dossiers; a method or a page that the matrices do not name breaks the build.

            ## Acts

            A role may be held for some schemes alone: it counts in matters under those. Within a dossier, the rows of its scheme say more.

            | act | roles |
            |---|---|
            """;
    private static final String METHODS = """

            ## Methods of the REST interface

            Behind a role, in brackets, what it is let in for where that is not everything there is: *own* is of the caller's house,
            *other* of another one, *undecided* before its decision, *public* published. A method that lets in has not said yes yet: the act
            itself may say no.

            | method | about | who is let in |
            |---|---|---|
            """;
    /** Those whose answer says something of a role; the others are the same people from another side, or with a token. */
    private static final Set<Principal> SHOWN = EnumSet.complementOf(EnumSet.of(
            Principal.OTHER_VENDOR,
            Principal.OTHER_LABORATORY,
            Principal.NARROW_TOKEN,
            Principal.REVOKED_TOKEN,
            Principal.CLOSED_ACCOUNT));

    private AuthorisationPage() {}

    static String of(List<Permission> permissions, List<Row> rows) {
        StringBuilder page = new StringBuilder(HEAD);
        permissions.forEach(permission -> page.append("| ")
                .append(Coded.of(permission))
                .append(" | ")
                .append(roles(permission.roles()))
                .append(" |\n"));
        page.append(METHODS);
        rows.forEach(row -> page.append("| `")
                .append(row.route())
                .append("` | ")
                .append(row.object().equals("-") ? "" : row.object())
                .append(" | ")
                .append(letIn(row))
                .append(" |\n"));
        return page.toString();
    }

    private static String roles(Set<Role> roles) {
        if (roles.isEmpty()) {
            return "no role";
        }
        return roles.size() == Role.values().length
                ? "every role"
                : Coded.of(EnumSet.copyOf(roles)).stream().collect(Collectors.joining(", "));
    }

    private static String letIn(Row row) {
        List<Principal> in =
                SHOWN.stream().filter(who -> !kinds(row, who).isEmpty()).toList();
        if (in.contains(Principal.ANONYMOUS)) {
            return "everybody";
        }
        return in.stream().map(who -> name(who) + whose(row, who)).collect(Collectors.joining(", "));
    }

    private static Set<Whose> kinds(Row row, Principal who) {
        return row.kinds().stream()
                .filter(whose -> row.expected(who, whose) == Letter.LET_IN)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Whose.class)));
    }

    private static String whose(Row row, Principal who) {
        Set<Whose> there = EnumSet.copyOf(row.kinds());
        there.remove(Whose.UNKNOWN);
        Set<Whose> let = kinds(row, who);
        return let.containsAll(there)
                ? ""
                : let.stream()
                        .map(whose -> whose.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String name(Principal who) {
        return who.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Permission> permissions() {
        return Arrays.asList(Permission.values());
    }
}
