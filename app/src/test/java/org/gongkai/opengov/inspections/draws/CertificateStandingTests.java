package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.opengov.inspections.draws.CertificateStanding.Facts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a firm is told first of a certificate (凭证状态)")
class CertificateStandingTests {
    private static final LocalDate FROM = LocalDate.of(2021, 8, 2);
    private static final LocalDate TO = LocalDate.of(2021, 8, 20);

    @ParameterizedTest(name = "true {0}, replaced {1}, short {2}, amended {3}, on {4}: {5}")
    @CsvSource({
        "true,  false, false, false, 2021-08-02, AS_DRAWN",
        "true,  false, false, false, 2021-08-20, AS_DRAWN",
        "true,  false, false, true,  2021-08-02, AMENDED",
        "true,  false, false, false, 2021-08-01, EARLY",
        "true,  false, false, true,  2021-08-21, OVER",
        "true,  false, true,  true,  2021-08-03, SHORT",
        "true,  false, true,  false, 2021-08-01, SHORT",
        "true,  true,  true,  true,  2021-08-03, REPLACED",
        "true,  true,  false, true,  2021-09-30, REPLACED",
        "false, false, false, false, 2021-08-03, FALSE",
        "false, true,  true,  true,  2021-08-03, FALSE",
    })
    void isTheGravestFirst(
            boolean isTrue,
            boolean replaced,
            boolean isShort,
            boolean amended,
            LocalDate today,
            CertificateStanding expected) {
        assertThat(
                        CertificateStanding.of(
                                new Facts(isTrue, replaced, isShort, amended), FROM, TO, today))
                .isEqualTo(expected);
    }
}
