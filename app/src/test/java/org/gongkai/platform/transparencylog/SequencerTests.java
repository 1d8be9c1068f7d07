package org.gongkai.platform.transparencylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Heads are signed over what was read back (签名前核对)")
class SequencerTests {
    @TempDir Path home;
    @TempDir Path copy;

    private final TestDatabase database = TestDatabase.fresh();
    private LogProgram program;

    @BeforeEach
    void start() {
        program = new LogProgram(database, home);
    }

    @Test
    void signsOverAllThatWasCommittedAndOnlyOnce() {
        program.append(1);
        assertThat(program.reading.checkpoint()).isEmpty();
        assertThat(program.reading.receipt(1)).isEmpty();

        assertThat(program.sequencer.turn()).isTrue();
        assertThat(program.sequencer.turn()).isFalse();

        var standing = program.reading.standing().orElseThrow();
        assertThat(standing.size()).isEqualTo(2);
        assertThat(standing.origin()).isEqualTo("log.example/1");
        var note = SignedNote.read(standing.checkpoint()).orElseThrow();
        assertThat(note.lines()).hasSize(2);
        assertThat(standing.keys().stream().map(it -> NoteKey.read(it).orElseThrow()))
                .allMatch(note::isSignedBy)
                .hasSize(2);
    }

    @Test
    void givesACopyThatTheVerifierFindsWhole() throws IOException {
        program.growTo(3);
        program.sequencer.turn();
        var early = Files.writeString(copy.resolve("early"), program.reading.checkpoint().get());
        program.growTo(700);
        program.sequencer.turn();
        var folder = copy.resolve("log");
        assertThat(new LogExport(program.reading).write(folder)).isEqualTo(700);
        var verifier = Verifier.load();
        var keys = folder.resolve("keys").toString();

        assertThat(verifier.run("log", folder.toString(), keys, early.toString()))
                .satisfies(it -> assertThat(it.status()).as(it.line()).isZero());

        for (var file : List.of("tile/entries/001", "tile/0/002.p/188", "tile/1/000.p/2")) {
            flip(folder.resolve(file));
            assertThat(verifier.run("log", folder.toString(), keys).status()).as(file).isNotZero();
            flip(folder.resolve(file));
        }
        assertThat(verifier.run("log", folder.toString(), keys).status()).isZero();
    }

    @Test
    void givesReceiptsThatTheVerifierTakes() throws IOException {
        program.growTo(300);
        program.sequencer.turn();
        var standing = program.reading.standing().orElseThrow();
        var keys = Files.writeString(copy.resolve("keys"), LogKeysFile.of(standing));
        var receipt = Files.writeString(copy.resolve("r"), program.reading.receipt(258).get());
        var leaf =
                Files.writeString(
                        copy.resolve("leaf"), program.reading.entry(258).orElseThrow().leaf());
        var other =
                Files.writeString(
                        copy.resolve("other"), program.reading.entry(257).orElseThrow().leaf());
        var verifier = Verifier.load();

        assertThat(verifier.run("log", receipt + "", keys + "", leaf + "").status()).isZero();
        assertThat(verifier.run("log", receipt + "", keys + "", other + "").status()).isEqualTo(1);
        assertThat(program.reading.entry(300)).isEmpty();
    }

    @Test
    void takesUpAfterAStopBetweenCommitAndSignature() {
        program.growTo(5);
        var restarted = new LogProgram(database, home);

        assertThat(restarted.sequencer.turn()).isTrue();
        assertThat(restarted.reading.size()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a leaf      | LEAF | 7   | log_entry      | UPDATE log_entry SET leaf = overlay(leaf PLACING 'X' FROM 20) WHERE leaf_index = 7",
                "an early leaf of a full tile | LEAF | 3 | log_entry | UPDATE log_entry SET leaf = overlay(leaf PLACING 'X' FROM 20) WHERE leaf_index = 3",
                "a leaf gone | LEAF | 9   | log_entry      | DELETE FROM log_entry WHERE leaf_index = 9",
                "a tile      | LEAF | 2   | log_tile       | UPDATE log_tile SET hashes = set_byte(hashes, 64, (get_byte(hashes, 64) + 1) % 256) WHERE level = 0 AND n = 0",
                "a higher tile | TILE | 1/0 | log_tile     | UPDATE log_tile SET hashes = set_byte(hashes, 3, (get_byte(hashes, 3) + 1) % 256) WHERE level = 1",
                "a head      | HEAD | 300 | log_checkpoint | UPDATE log_checkpoint SET root = set_byte(root, 3, (get_byte(root, 3) + 1) % 256)",
                "a signature | HEAD | 300 | log_checkpoint | UPDATE log_checkpoint SET lines = overlay(lines PLACING 'AAAA' FROM 40)"
            })
    void signsNothingOnceWhatIsStoredWasChanged(
            String what, LogFault.What fault, String place, String table, String sql) {
        program.growTo(300);
        program.sequencer.turn();
        var signed = program.reading.checkpoint();
        var owner = JdbcClient.create(database.owner());
        owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        assertThat(owner.sql(sql).update()).isEqualTo(1);
        owner.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update();
        program.append(1);

        assertThat(program.sequencer.turn()).isFalse();

        assertThat(program.reading.size()).isEqualTo(300);
        var found = program.faults.open().orElseThrow();
        assertThat(found.what()).isEqualTo(fault);
        assertThat(found.place()).isEqualTo(place);
        assertThat(program.sequencer.turn()).isFalse();
        assertThat(program.sequencer.readBack()).isPresent();
        if (fault != LogFault.What.HEAD) {
            assertThat(program.reading.checkpoint()).isEqualTo(signed);
        }
    }

    @Test
    void doesNotSignWithoutTheSecretsOfTheInstallation(@TempDir Path elsewhere) {
        program.append(1);
        var other = new LogProgram(database, elsewhere);

        assertThat(other.sequencer.turn()).isFalse();
        assertThat(other.faults.open()).isEmpty();
        assertThat(program.sequencer.turn()).isTrue();
    }

    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[50] ^= 1;
        Files.write(file, bytes);
    }
}
