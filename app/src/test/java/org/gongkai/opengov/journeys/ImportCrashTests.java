package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.journeys.OldSiteSamples.Broken;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program killed hard in the middle of an import, while checking and while taking in. */
@DisplayName("An import survives kill -9, each row in once")
class ImportCrashTests {
    private static final Duration IN_TIME = Duration.ofMinutes(5);
    private static final int ROWS = 2_000;
    private static final int EACH = 100;
    private static final int GOOD = ROWS - ROWS / EACH;

    @TempDir static Path folder;

    private RunningProgram program;

    @Test
    void inTheMiddleOfCheckingAndOfTakingIn() {
        program = RunningProgram.in(folder.resolve("home"));
        var broken = OldSiteSamples.write(program.home().resolve("import/old"), ROWS, EACH);
        program.start();
        try {
            long run = start();
            await().atMost(IN_TIME).until(() -> read(run).at("/done").asInt() >= ROWS / 5);
            killed();

            await().atMost(IN_TIME).until(() -> read(run).at("/state").asString().equals("done"));
            var done = read(run);
            assertThat(done.at("/in").asInt()).isEqualTo(GOOD);
            assertThat(done.at("/known").asInt()).isZero();
            assertThat(done.at("/broken").asInt()).isEqualTo(broken.size());
            assertThat(done.at("/batch/records").asInt()).isEqualTo(GOOD);
            assertThat(problems(run)).containsExactlyElementsOf(broken);

            approve(run, "office");
            approve(run, "leader");
            await().atMost(IN_TIME).until(() -> read(run).at("/batch/takenIn").asInt() > 0);
            killed();

            await().atMost(IN_TIME)
                    .until(() -> read(run).at("/batch/standing").asString().equals("taken-in"));
            assertThat(publicTitles()).hasSize(GOOD).doesNotHaveDuplicates();
        } finally {
            program.stop();
        }
    }

    private void killed() {
        program.kill();
        program.awaitEnd();
        program.start();
    }

    private long start() {
        return people().as("office")
                .post("/api/v1/site-imports", Map.of("folder", "old"))
                .expect(201)
                .at("/id")
                .asLong();
    }

    private JsonNode read(long run) {
        return people().as("office").get("/api/v1/site-imports/" + run).expect(200).at("");
    }

    private void approve(long run, String who) {
        people().as(who)
                .post(
                        "/api/v1/site-imports/" + run + "/steps/approve",
                        Map.of("digest", read(run).at("/batch/digest").asString(), "opinion", "同意"))
                .expect(200);
    }

    private List<Broken> problems(long run) {
        var found = new ArrayList<Broken>();
        people().as("office")
                .get("/api/v1/site-imports/" + run + "/problems?limit=200")
                .expect(200)
                .at("/items")
                .forEach(
                        it -> {
                            assertThat(it.at("/reason").asString()).isNotBlank();
                            found.add(
                                    new Broken(it.at("/row").asInt(), it.at("/field").asString()));
                        });
        return found;
    }

    private List<String> publicTitles() {
        var titles = new ArrayList<String>();
        var seen = new HashSet<String>();
        var after = "";
        while (seen.add(after)) {
            var part =
                    people().reader()
                            .get(
                                    "/api/v1/public/documents?column=key-work&limit=200"
                                            + (after.isEmpty() ? "" : "&after=" + after))
                            .expect(200);
            part.at("/items").forEach(it -> titles.add(it.at("/title").asString()));
            var next = part.at("/next");
            if (next.isNull()) {
                break;
            }
            after = next.asString();
        }
        return titles;
    }

    private DemoPeople people() {
        return DemoPeople.at(program.port());
    }
}
