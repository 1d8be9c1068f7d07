package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.drinkingwater.reports.Releases.Line;
import org.gongkai.opengov.drinkingwater.reports.Releases.What;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "How a month stands after its lines (公开记录): a public report, the newest, or why there is none")
class ReleaseStandingTests {
    private static final DocumentId A = new DocumentId(new UUID(0, 1));
    private static final DocumentId B = new DocumentId(new UUID(0, 2));

    @Test
    void isTheNewestEditionWithEveryCorrection() {
        var it =
                Releases.standing(
                        List.of(
                                line(A, What.PUBLISHED, 1, "", 1),
                                line(A, What.CORRECTED, 2, "铁更正", 2),
                                line(A, What.CORRECTED, 3, "锰更正", 3)));

        assertThat(it.release().edition()).isEqualTo(3);
        assertThat(it.release().version()).isEqualTo(3);
        assertThat(it.release().publishedAt()).isEqualTo(at(1));
        assertThat(it.release().since()).isEqualTo(at(3));
        assertThat(it.release().corrections())
                .extracting(Release.Correction::note)
                .containsExactly("铁更正", "锰更正");
    }

    @Test
    void isNothingAfterAWithdrawalWithItsReason() {
        var it =
                Releases.standing(
                        List.of(
                                line(A, What.PUBLISHED, 1, "", 1),
                                line(A, What.WITHDRAWN, 1, "方法有误", 2)));

        assertThat(it.release()).isNull();
        assertThat(it.withdrawnBecause()).isEqualTo("方法有误");
    }

    @Test
    void isTheOtherReportWhileOneOfTwoIsWithdrawn() {
        var both =
                List.of(
                        line(A, What.PUBLISHED, 1, "", 1),
                        line(A, What.WITHDRAWN, 1, "方法有误", 2),
                        line(B, What.PUBLISHED, 1, "", 3));
        var restored = new java.util.ArrayList<>(both);
        restored.add(line(A, What.RESTORED, 1, "", 4));
        var again = new java.util.ArrayList<>(restored);
        again.add(line(A, What.WITHDRAWN, 1, "仍有误", 5));

        assertThat(Releases.standing(both).release().report()).isEqualTo(B);
        assertThat(Releases.standing(restored).release().report()).isEqualTo(A);
        assertThat(Releases.standing(again).release().report()).isEqualTo(B);
    }

    private static Line line(DocumentId document, What what, int edition, String note, int at) {
        return new Line(
                YearMonth.of(2021, 6),
                document,
                what,
                what == What.WITHDRAWN ? null : (long) edition,
                edition,
                "640100-113/2021-00001",
                note,
                at(at));
    }

    private static Instant at(int minute) {
        return Instant.EPOCH.plusSeconds(60L * minute);
    }
}
