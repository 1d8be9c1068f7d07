package org.gongkai.platform.transparencylog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses are those of the verifier, which knows nothing of this program. */
@DisplayName("Witnesses confirm that the log only grew (见证)")
class WitnessTests {
    @TempDir Path home;
    @TempDir Path stick;

    private final TestDatabase database = TestDatabase.fresh();
    private final Verifier verifier = Verifier.load();
    private LogProgram program;

    @BeforeEach
    void start() {
        program = new LogProgram(database, home);
        program.growTo(3);
        program.sequencer.turn();
    }

    @Test
    void byFileThereAndBack() throws IOException {
        var witness = hire("w1.example", null);

        assertThat(carry(witness, "w1.example")).contains(3L);
        program.growTo(300);
        program.sequencer.turn();
        assertThat(carry(again(witness), "w1.example")).contains(300L);

        var standing = program.reading.standing().orElseThrow();
        assertThat(Objects.requireNonNull(standing.confirmed()).size()).isEqualTo(300);
        var keys = Files.writeString(stick.resolve("keys"), LogKeysFile.of(standing));
        var checkpoint = Files.writeString(stick.resolve("c"), standing.checkpoint());
        assertThat(verifier.run("log", checkpoint.toString(), keys.toString()))
                .satisfies(it -> assertThat(it.status()).as(it.line()).isZero());
    }

    @Test
    void countOnceEnoughOfThemHaveAndByTheTimeOfTheLastNeeded() throws IOException {
        var first = hire("w1.example", null);
        var second = hire("w2.example", null);
        program.witnesses.setQuorum(2);
        carry(first, "w1.example");
        assertThat(program.reading.witnessedAt(1)).isEmpty();
        carry(second, "w2.example");

        var times = program.witnesses.under(3).stream().map(it -> it.seenAt()).sorted().toList();
        assertThat(program.reading.witnessedAt(1)).contains(times.get(1));
        assertThat(program.reading.receipt(1).orElseThrow())
                .contains("— w1.example ", "— w2.example ");
        // Quorum-th smallest, whatever the others say.
        var third = program.witnesses.add(key(7), null, Instant.EPOCH);
        program.witnesses.keep(
                new Witnesses.Cosigned(3, third, "w7", Instant.EPOCH, "— w7 x\n"), Instant.EPOCH);
        assertThat(program.reading.witnessedAt(1)).contains(times.get(0));
    }

    @Test
    void areNotBelievedWithoutTheirSignature() throws IOException {
        var witness = hire("w1.example", null);
        var answer = answer(witness, "w1.example");

        assertThat(program.witnessing.take(witness, "")).isEmpty();
        assertThat(program.witnessing.take(witness, "— w1.example AAAA\n")).isEmpty();
        var space = answer.lastIndexOf(' ') + 20;
        var forged =
                answer.substring(0, space)
                        + (answer.charAt(space) == 'A' ? 'B' : 'A')
                        + answer.substring(space + 1);
        assertThat(program.witnessing.take(witness, forged)).isEmpty();
        assertThat(program.witnesses.under(3)).isEmpty();
        assertThat(program.witnessing.take(witness, answer)).contains(3L);
    }

    @Test
    void refuseAHistoryThatWasRewritten() throws IOException {
        var witness = hire("w1.example", null);
        carry(witness, "w1.example");
        var forked = new LogProgram(TestDatabase.fresh(), home);
        forked.growTo(9);
        forked.sequencer.turn();
        Files.writeString(
                stick.resolve("w1.example/logs"),
                LogKeysFile.of(forked.reading.standing().orElseThrow()));
        var request =
                Files.writeString(
                        stick.resolve("request"), forked.witnessing.request(3).orElseThrow());

        var outcome =
                verifier.run(
                        "witness",
                        stick.resolve("w1.example").toString(),
                        request.toString(),
                        stick.resolve("answer").toString());

        assertThat(outcome.status()).as(outcome.line()).isEqualTo(1);
    }

    @Test
    void areCalledOverHttpAndToldFromWhereTheyKnowUs() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/w/add-checkpoint",
                exchange -> {
                    var asked =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var knows = asked.startsWith("old 3\n");
                    var said = knows ? answerTo(asked, "w1.example") : "3\n";
                    if (!knows) {
                        exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                    }
                    var bytes = said.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(knows ? 200 : 409, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/w";
            var witness = hire("w1.example", address);
            // It answered once, and the answer was lost on the way.
            answer(witness, "w1.example");
            program.growTo(5);
            program.sequencer.turn();

            new WitnessCalls(
                            program.witnesses,
                            program.witnessing,
                            program.checkpoints,
                            () -> {},
                            program.transaction)
                    .callAll();

            assertThat(program.witnesses.under(5)).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    private Witness hire(String name, String address) throws IOException {
        var line = verifier.run("witness", folder(name), "new", name).line();
        var key = NoteKey.readWitness(line.substring(line.lastIndexOf(' ') + 1)).orElseThrow();
        Files.writeString(
                stick.resolve(name).resolve("logs"),
                LogKeysFile.of(program.reading.standing().orElseThrow()));
        var id = program.witnesses.add(key, address, program.clock.instant());
        return program.witnesses.find(id).orElseThrow();
    }

    private Witness again(Witness witness) {
        return program.witnesses.find(witness.id()).orElseThrow();
    }

    private java.util.Optional<Long> carry(Witness witness, String name) throws IOException {
        return program.witnessing.take(witness, answer(witness, name));
    }

    private String answer(Witness witness, String name) throws IOException {
        return answerTo(program.witnessing.request(witness.seen()).orElseThrow(), name);
    }

    private String answerTo(String asked, String name) throws IOException {
        var request = Files.writeString(stick.resolve("request"), asked);
        var answer = stick.resolve("answer");
        var outcome = verifier.run("witness", folder(name), request.toString(), answer.toString());
        assertThat(outcome.status()).as(outcome.line()).isZero();
        return Files.readString(answer);
    }

    private String folder(String name) {
        return stick.resolve(name).toString();
    }

    private static NoteKey key(int number) {
        var material = new byte[32];
        material[0] = (byte) number;
        return new NoteKey("w" + number, NoteKey.COSIGNATURE, material);
    }
}
