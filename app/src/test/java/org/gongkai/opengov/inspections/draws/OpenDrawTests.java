package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("An open draw (公开模式抽取): from the announcement to a bundle that anybody computes again")
class OpenDrawTests {
    @LocalServerPort int port;
    @Autowired TestClock clock;

    @Test
    void isComputedAgainByEverybody() {
        var ceremony = DrawCeremony.open(port, clock, 5).drawn();

        var drawn = ceremony.read();
        assertThat(drawn.text("/state")).isEqualTo("drawn");
        assertThat(drawn.number("/result/visits")).isEqualTo(5);
        assertThat(drawn.number("/result/unfilled")).isZero();
        var bundle = ceremony.people().reader().get(ceremony.bundlePath()).expect(200).body();
        var verified = DrawVerification.of(bundle.getBytes(StandardCharsets.UTF_8));
        assertThat(verified.refused()).isNull();
        assertThat(verified.resultRoot()).isEqualTo(drawn.text("/result/root"));
        assertThat(verified.manifestHash()).isEqualTo(drawn.text("/manifestHash"));
        var checked =
                ceremony.people()
                        .reader()
                        .send(
                                "POST",
                                "/api/v1/public/draws/verify",
                                "application/json",
                                bundle.getBytes(StandardCharsets.UTF_8))
                        .expect(200);
        assertThat(checked.at("/valid").asBoolean()).isTrue();
        assertThat(Verifier.load().verdict(bundle.getBytes(StandardCharsets.UTF_8)))
                .contains(drawn.text("/result/root"))
                .doesNotContain("refused");
    }
}
