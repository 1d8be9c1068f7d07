package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.opengov.disclosures.ReviewLevel.DEPUTY_LEADER;
import static org.gongkai.opengov.disclosures.ReviewLevel.DISCLOSURE_OFFICE;
import static org.gongkai.opengov.disclosures.ReviewLevel.LEGAL_ADVISER;
import static org.gongkai.opengov.disclosures.ReviewLevel.PRINCIPAL_LEADER;
import static org.gongkai.opengov.disclosures.ReviewLevel.SECRECY_REVIEWER;
import static org.gongkai.opengov.disclosures.ReviewLevel.SECTION_HEAD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Review route — 条例 art. 17, 保密法 art. 35")
class ReviewRouteTests {

    @Test
    void hasThreeLevelsAtLeast() {
        assertThat(ReviewRoute.least().levels())
                .containsExactly(SECTION_HEAD, SECRECY_REVIEWER, DEPUTY_LEADER);
    }

    @Test
    void mayHaveMoreLevels() {
        var levels =
                List.of(
                        SECTION_HEAD,
                        LEGAL_ADVISER,
                        SECRECY_REVIEWER,
                        DISCLOSURE_OFFICE,
                        DEPUTY_LEADER,
                        PRINCIPAL_LEADER);

        assertThat(new ReviewRoute(levels).levels()).isEqualTo(levels);
    }

    @ParameterizedTest
    @MethodSource("tooFewOrOutOfOrder")
    void neverHasFewerLevelsThanTheLawNeeds(List<ReviewLevel> levels) {
        assertThatThrownBy(() -> new ReviewRoute(levels))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<List<ReviewLevel>> tooFewOrOutOfOrder() {
        return Stream.of(
                List.of(),
                List.of(SECTION_HEAD, SECRECY_REVIEWER),
                List.of(SECTION_HEAD, DEPUTY_LEADER),
                List.of(SECRECY_REVIEWER, DEPUTY_LEADER),
                List.of(SECRECY_REVIEWER, SECTION_HEAD, DEPUTY_LEADER),
                List.of(SECTION_HEAD, DEPUTY_LEADER, SECRECY_REVIEWER),
                List.of(SECTION_HEAD, SECTION_HEAD, SECRECY_REVIEWER, DEPUTY_LEADER));
    }
}
