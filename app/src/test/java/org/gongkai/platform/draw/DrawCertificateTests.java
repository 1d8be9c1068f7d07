package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Suite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Certificate (抽查凭证)")
class DrawCertificateTests {

    @ParameterizedTest
    @EnumSource
    void showsEachVisitUnderTheRootThatTheLogBinds(Suite suite) {
        var draw = new DrawBuilder().suite(suite).draws(7).entities(9).officers(4).draw();
        for (var t = 0; t < 7; t++) {
            var text = certificate(draw, draw.visits(), t, draw.root()).write();

            DrawCertificate.read(text).requireTrue();
            assertThat(new String(text, StandardCharsets.UTF_8))
                    .contains(draw.visits().get(t).entity().id())
                    .doesNotContain(draw.visits().get((t + 1) % 7).entity().id());
        }
    }

    @Test
    void showsAVisitAsAmended() {
        var draw = new DrawBuilder().draws(3).entities(5).officers(4).draw();
        var amended = draw.amended(List.of(new Amendment.ReplaceEntity(1, "closed")));

        certificate(draw, amended.visits(), 1, amended.roots().getFirst()).requireTrue();
        assertThatThrownBy(() -> certificate(draw, amended.visits(), 1, draw.root()).requireTrue())
                .isInstanceOf(CommitmentRefused.class);
    }

    @Test
    void keepsTheLinesOfTheLogsProof() {
        var draw = new DrawBuilder().draws(3).entities(5).officers(4).draw();
        var proof = "c2sp.org/tlog-proof@v1\nindex 4\n\n— log \\\"x=\n";
        var plain = certificate(draw, draw.visits(), 1, draw.root());
        var certificate =
                DrawCertificate.of(draw.manifest(), draw.visits(), 1, plain.leaf(), proof);

        var read = DrawCertificate.read(certificate.write());

        assertThat(read.write()).isEqualTo(certificate.write());
        assertThat(read.logProof()).isEqualTo(proof);
        read.requireTrue();
        assertThat(plain.write()).isEqualTo(CanonicalJson.write(CanonicalJson.read(plain.write())));
    }

    @Test
    void isRefusedWithAnyFieldChanged() {
        var draw = new DrawBuilder().draws(7).entities(9).officers(4).draw();
        var text = JsonReader.read(certificate(draw, draw.visits(), 4, draw.root()).write());
        for (var place : Mutations.places(text)) {
            if (place.toString().matches("/draw|/tlog_proof")) {
                // What the leaf names, and what the log's own proof shows.
                continue;
            }
            for (var changed : Mutations.at(text, place)) {
                assertThatThrownBy(
                                () ->
                                        DrawCertificate.read(CanonicalJson.write(changed))
                                                .requireTrue())
                        .as(place + " " + changed)
                        .isInstanceOf(CommitmentRefused.class);
            }
        }
    }

    private static DrawCertificate certificate(Draw draw, List<Visit> visits, int t, String root) {
        var leaf =
                CanonicalJson.object(
                        "v",
                        "govlog/1",
                        "k",
                        "draw.result",
                        "t",
                        "2021-11-27T09:00:00+08:00",
                        "mh",
                        Vectors.hex(draw.manifest().hash()),
                        "n",
                        visits.size(),
                        "root",
                        root);
        return DrawCertificate.of(
                draw.manifest(), visits, t, CanonicalJson.text(leaf), "c2sp.org/tlog-proof@v1");
    }
}
