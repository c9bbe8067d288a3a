package org.sceau.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Authenticator;
import org.sceau.it.server.Checkout;

/** The script that stands in for an authenticator in a demonstration. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoCodeTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    Path home;

    private record Printed(int end, String text) {}

    private Printed printed(String name) throws IOException, InterruptedException {
        Files.writeString(
                home.resolve("demo-accounts.json"),
                "[{\"username\":\"halcyon\",\"totpSecret\":null},{\"username\":\"admin\",\"password\":\"x\",\"totpSecret\":\""
                        + SECRET + "\"}]");
        ProcessBuilder builder =
                new ProcessBuilder(Checkout.root().resolve("demo-code").toString(), name).redirectErrorStream(true);
        builder.environment().put("SCEAU_HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Printed(process.exitValue(), text.strip());
    }

    @Test
    void it_prints_the_code_that_an_authenticator_shows() throws Exception {
        long before = Authenticator.step(Instant.now());
        String printed = printed("admin").text();
        long after = Authenticator.step(Instant.now());

        Authenticator authenticator = new Authenticator(SECRET);
        assertThat(printed).isIn(authenticator.code(before), authenticator.code(after));
    }

    @Test
    void it_says_so_where_there_is_none() throws Exception {
        for (String name : new String[] {"halcyon", "nobody"}) {
            assertThat(printed(name).end()).as(name).isEqualTo(1);
            assertThat(printed(name).text()).contains(name, "no second factor");
        }
    }
}
