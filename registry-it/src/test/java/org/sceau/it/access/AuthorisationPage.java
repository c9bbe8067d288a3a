package org.sceau.it.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.it.access.Matrix.Row;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.party.Role;

/** The page that says who may do what: of acts as the door's table says it, of methods as the matrix does. */
final class AuthorisationPage {
    private static final String HEAD = """
            # Who may do what

            Written from the table of the application's one door (`Permission`) and from the matrices that tests keep
            (`registry-it/src/test/resources/access/`), never by hand; [CONTRIBUTING.md](../CONTRIBUTING.md) says how. *Qui peut faire
            quoi : page générée depuis la table des permissions et la matrice des tests.*

            Whoever is not let in is refused, nothing changes, and the audit log keeps it. What somebody must not learn of is answered byte for
            byte as what is not there. A token lets in for the acts that it names and for no more; one that is taken back, or of a closed
            account, opens nothing. `AccessIT` asks a running registry on PostgreSQL, with its second wall, for every cell and searches all that
            anybody can read for words of others' dossiers; a method or a page that the matrices do not name breaks the build.

            ## Acts

            A role may be held for some schemes alone: it counts in matters under those. Within a dossier, the rows of its scheme say more. The last
            column is about the second wall, [below](#rows): whether the act is let past it.

            | act | roles | past the wall |
            |---|---|---|
            """;
    private static final String METHODS = """

            ## Methods of the REST interface

            Behind a role, in brackets, what it is let in for where that is not everything there is: *own* is of the caller's house,
            *other* of another one, *undecided* before its decision, *public* published. A method that lets in has not said yes yet: the act
            itself may say no.

            | method | about | who is let in |
            |---|---|---|
            """;
    private static final String ROWS = """

            ## Rows

            With PostgreSQL a second wall stands behind all of this ([ADR 0035](adr/0035-the-database-keeps-the-rows-of-others-back.md)): the door tells the
            database for whom each transaction is, and row-level security keeps the rows of others back, whatever a statement asks for. It is coarser than
            what is above, and it holds when a use case forgets to ask. Scheduled work is the house, which gets every row but those of compartments.
            H2 has no such wall.

            | table | who gets a row, besides the house |
            |---|---|
            """;
    private static final String OPEN = """

            These need none:

            | table | why |
            |---|---|
            """;
    private static final String PAST = """

            Some questions are asked past it, whoever acts: their answers are for a rule, or for everybody, and none is shown as it is.

            | where | why |
            |---|---|
            """;
    /** Those whose answer says something of a role; the others are the same people from another side, or with a token. */
    private static final Set<Principal> SHOWN = EnumSet.complementOf(EnumSet.of(
            Principal.OTHER_VENDOR,
            Principal.OTHER_LABORATORY,
            Principal.NARROW_TOKEN,
            Principal.REVOKED_TOKEN,
            Principal.CLOSED_ACCOUNT));

    private AuthorisationPage() {}

    static String of(
            List<Permission> permissions, List<Row> rows, List<Tables.Table> tables, List<Tables.Passage> past) {
        StringBuilder page = new StringBuilder(HEAD);
        permissions.forEach(permission -> page.append("| ")
                .append(Coded.of(permission))
                .append(" | ")
                .append(roles(permission.roles()))
                .append(" | ")
                .append(sight(permission))
                .append(" |\n"));
        page.append(METHODS);
        rows.forEach(row -> page.append("| `")
                .append(row.route())
                .append("` | ")
                .append(row.object().equals("-") ? "" : row.object())
                .append(" | ")
                .append(letIn(row))
                .append(" |\n"));
        page.append(ROWS);
        tables.stream().filter(Tables.Table::walled).forEach(table -> line(page, table.name(), table.words()));
        page.append(OPEN);
        tables.stream().filter(table -> !table.walled()).forEach(table -> line(page, table.name(), table.words()));
        page.append(PAST);
        past.forEach(passage -> line(page, passage.place(), passage.why()));
        return page.toString();
    }

    private static void line(StringBuilder page, String name, String words) {
        page.append("| `").append(name).append("` | ").append(words).append(" |\n");
    }

    private static String sight(Permission permission) {
        return switch (Behalf.sight(permission)) {
            case OWN -> "";
            case BEYOND_FOR_KEEPERS -> "administrators and auditors of all schemes";
            case BEYOND -> "yes";
        };
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
