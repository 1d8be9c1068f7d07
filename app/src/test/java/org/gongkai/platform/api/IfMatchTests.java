package org.gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("If-Match")
class IfMatchTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "\"7\"", "\"6\", \"7\""})
    void letsTheVersionThatWasReadPass(String header) {
        assertThatCode(() -> new IfMatch(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "\"77\""})
    void refusesAnyOtherAndNamesTheVersionThatCounts(String header) {
        assertThatThrownBy(() -> new IfMatch(header).require(7))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(RefusalKind.STALE);
                            assertThat(it.currentVersion()).isEqualTo(7L);
                        });
    }

    @Test
    void handsTheVersionToTheDesk() {
        assertThat(new IfMatch("\"7\"").version()).isEqualTo(7L);
        assertThat(new IfMatch(null).version()).isNull();
    }
}
