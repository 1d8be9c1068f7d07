package org.gongkai.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

@DisplayName("A port that another program has (端口被占用)")
class PortTakenAnalyzerTests {
    @Test
    void isToldWithItsNumberAndTheSettingBeforeAnybodyElseExplainsIt() {
        var failure = new IllegalStateException(new PortInUseException(8080));
        var first =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (factory, type, cause) -> {})
                        .stream()
                        .map(it -> it.analyze(failure))
                        .filter(it -> it != null)
                        .findFirst()
                        .orElseThrow();

        assertThat(first.getDescription()).contains("8080", "GONGKAI_PORT", "端口");
    }
}
