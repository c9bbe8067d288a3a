package org.sceau.benchmarks.wall;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.sceau.benchmarks.decision.Cluster;
import org.sceau.benchmarks.decision.KeptConnections;
import org.sceau.it.house.House;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.infrastructure.persistence.JdbcDossiers;
import org.sceau.registry.infrastructure.persistence.Sql;

/**
 * Questions of the registry on PostgreSQL behind the second wall, beside the same ones of a role with {@code BYPASSRLS} that is told nothing: each
 * in a transaction of its own, in turns.
 *
 * <p>Arguments: dossiers in the table, rounds, questions a round.
 */
public final class WallBenchmark {
    private static final int ORGANISATIONS = 200;
    private static final int PAGE = 50;
    private static final String PARTY = "Organisation 7";
    /** Three of four dossiers are under it, those of the party among them. */
    private static final SchemeId SCHEME = new SchemeId("eucc");

    private static final Reach OWN = new Reach(PARTY, SchemeScope.NONE, SchemeScope.ALL);
    private static final Reach HANDLED = new Reach("-", new SchemeScope(false, Set.of(SCHEME)), SchemeScope.NONE);

    private final PrintStream out;
    private final int dossiers;
    private final int rounds;
    private final int questions;

    private WallBenchmark(PrintStream out, int dossiers, int rounds, int questions) {
        this.out = out;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.questions = questions;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length != 3) {
            System.out.println("arguments: <dossiers> <rounds> <questions a round>");
            System.exit(64);
        }
        new WallBenchmark(
                        System.out,
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]))
                .run();
    }

    /** A registry's rows over connections of one role. */
    private static final class Side implements AutoCloseable {
        private final KeptConnections connections;
        private final ThreadDataSource database;
        private final Sql sql;
        private final JdbcDossiers dossiers;

        Side(Cluster cluster, String role) {
            this.connections = new KeptConnections(() -> cluster.connect("wall", role));
            this.database = new ThreadDataSource(cluster.url("wall"), connections);
            this.sql = new Sql(database, database.onBehalf);
            this.dossiers = new JdbcDossiers(sql, House.SCHEMES);
        }

        @Override
        public void close() throws SQLException {
            connections.close();
        }
    }

    /** @param asks answers with a number of rows, by which both sides are compared */
    private record Question(String what, Behalf behalf, Function<Side, Integer> asks) {}

    private static Behalf party() {
        return new Behalf(Optional.of("somebody"), Optional.of(PARTY), SchemeScope.NONE, false);
    }

    private static Behalf handler() {
        return new Behalf(Optional.of("somebody"), Optional.of("-"), new SchemeScope(false, Set.of(SCHEME)), false);
    }

    private List<Question> questions(String own) {
        String byId = "select d.content from dossier d where d.id = ?";
        Function<Side, Integer> one =
                side -> side.sql.one(byId, row -> row.getString(1), own).isPresent() ? 1 : 0;
        Function<Side, Integer> version = side -> side.sql
                        .one(
                                "select content from dossier_version where dossier_id = ? order by version desc"
                                        + " fetch first 1 rows only",
                                row -> row.getString(1),
                                own)
                        .isPresent()
                ? 1
                : 0;
        return List.of(
                new Question("a dossier by its id, for a party", party(), one),
                new Question("a dossier by its id, for a handler of its scheme", handler(), one),
                new Question("a dossier by its id, for the house", Behalf.HOUSE, one),
                new Question("its newest version, for a party", party(), version),
                new Question(
                        "a page of 50, for a party of a two-hundredth of them",
                        party(),
                        side -> side.dossiers
                                .page(OWN, Optional.empty(), Optional.empty(), PAGE)
                                .size()),
                new Question(
                        "a page of 50, for a handler of a scheme",
                        handler(),
                        side -> side.dossiers
                                .page(HANDLED, Optional.empty(), Optional.empty(), PAGE)
                                .size()),
                new Question(
                        "a listed visa by its address, for everybody",
                        Behalf.NOBODY,
                        side -> side.sql
                                        .one(
                                                "select facts from visa where slug = ?",
                                                row -> row.getString(1),
                                                "visa-77")
                                        .isPresent()
                                ? 1
                                : 0));
    }

    private void run() throws IOException, SQLException {
        try (Cluster cluster = Cluster.start()) {
            cluster.create("wall");
            cluster.run("wall", furnishing());
            cluster.run("wall", "vacuum analyze");
            out.println("PostgreSQL: " + cluster.settings());
            out.printf(
                    Locale.ROOT,
                    "%d dossiers of %d organisations; %d rounds of %d questions, µs each%n%n",
                    dossiers,
                    ORGANISATIONS,
                    rounds,
                    questions);
            try (Side walled = new Side(cluster, "sceau_app");
                    Side open = new Side(cluster, "over_the_wall")) {
                measure(
                        walled,
                        open,
                        questions(cluster.ask(
                                "wall", "select id from dossier where sponsor = '" + PARTY + "' order by id limit 1")));
            }
        }
    }

    private void measure(Side walled, Side open, List<Question> all) {
        Map<String, List<double[]>> taken = new TreeMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Question question : all) {
                double behind = micros(walled, question, question.behalf());
                double beside = micros(open, question, Behalf.NOBODY);
                if (round >= 0) {
                    taken.computeIfAbsent(question.what(), what -> new ArrayList<>())
                            .add(new double[] {behind, beside});
                }
            }
        }
        out.println("| question | behind the wall | without | ratio | in the rounds |");
        out.println("|---|---|---|---|---|");
        for (Question question : all) {
            List<double[]> each = taken.getOrDefault(question.what(), List.of());
            double behind = median(each.stream().mapToDouble(pair -> pair[0]).toArray());
            double beside = median(each.stream().mapToDouble(pair -> pair[1]).toArray());
            double[] ratios = each.stream()
                    .mapToDouble(pair -> pair[0] / pair[1])
                    .sorted()
                    .toArray();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f | %.2f to %.2f |%n",
                    question.what(),
                    behind,
                    beside,
                    behind / beside,
                    ratios[0],
                    ratios[ratios.length - 1]);
        }
    }

    private double micros(Side side, Question question, Behalf behalf) {
        int found = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < questions; i++) {
            found += side.database.inNew(behalf, () -> question.asks().apply(side));
        }
        double took = (System.nanoTime() - begin) / 1e3 / questions;
        if (found == 0) {
            throw new IllegalStateException("nothing was found: " + question.what());
        }
        return took;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Rows as wide as those of small dossiers, and a visa for each. */
    private String furnishing() {
        return "set session_replication_role = replica;"
                + " create role over_the_wall login bypassrls password 'app';"
                + " grant sceau_app to over_the_wall;"
                + " insert into dossier select md5(g::text)::uuid::text, 'D-' || g, 1, case when g % 4 = 0 then 'cspn' else"
                + " 'eucc' end, '1', 'INITIAL', 'start', false, 'x', 'Organisation ' || g % " + ORGANISATIONS
                + ", null, repeat('x', 3000), now(), g from generate_series(1, " + dossiers + ") g;"
                + " insert into dossier_version select id, 1, content, recorded_at, position from dossier;"
                + " insert into dossier_party select id, sponsor, 'APPLICANT' from dossier;"
                + " insert into visa select md5(g::text)::uuid::text, 'visa-' || g, 'visa-' || g, 1, 'cspn', 'r' || g, 's',"
                + " '{}', repeat('0', 64), 'h', 's', current_date, null, true, 'x', null, '1', now(), g"
                + " from generate_series(1, " + dossiers + ") g";
    }
}
