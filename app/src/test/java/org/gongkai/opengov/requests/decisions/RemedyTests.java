package org.gongkai.opengov.requests.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.decisions.Remedy.Course;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Remedies by day and kind — 行政复议法 arts. 20–24; 法释〔2025〕8号")
class RemedyTests {
    private static final RemedyText.Places BUREAU =
            new RemedyText.Places(
                    "银川市人民政府", "宁夏回族自治区生态环境厅", "银川市金凤区人民法院", null, null, "https://fy.example.cn");
    private static final RemedyText.Places OUTPOST =
            new RemedyText.Places(
                    "银川市人民政府", "宁夏回族自治区生态环境厅", "银川市金凤区人民法院", "银川市兴庆区人民政府", "银川市生态环境局", null);

    @ParameterizedTest(name = "{0} on {1}: {2} at {3}")
    @CsvSource({
        "REFUSAL, 2021-07-12, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "REFUSAL, 2023-12-31, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "REFUSAL, 2024-01-01, REVIEW_FIRST, GOVERNMENT",
        "REFUSAL, 2025-05-31, REVIEW_FIRST, GOVERNMENT",
        "REFUSAL, 2025-06-01, REVIEW_FIRST, GOVERNMENT",
        "REGISTRY, 2023-12-31, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "REGISTRY, 2024-01-01, REVIEW_FIRST, GOVERNMENT",
        "REGISTRY, 2025-05-31, REVIEW_FIRST, GOVERNMENT",
        "REGISTRY, 2025-06-01, EITHER, GOVERNMENT",
        "OTHER_REPLY, 2023-12-31, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "OTHER_REPLY, 2024-01-01, EITHER, GOVERNMENT",
        "OTHER_REPLY, 2025-06-01, EITHER, GOVERNMENT",
        "SILENCE, 2023-12-31, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "SILENCE, 2024-01-01, REVIEW_FIRST, GOVERNMENT",
        "SILENCE, 2025-05-31, REVIEW_FIRST, GOVERNMENT",
        "SILENCE, 2025-06-01, EITHER, GOVERNMENT",
        "THIRD_PARTY, 2023-12-31, EITHER, DEPARTMENT_OR_GOVERNMENT",
        "THIRD_PARTY, 2024-01-01, EITHER, GOVERNMENT",
        "FEE_NOTICE, 2021-08-02, NONE, NOBODY",
        "FEE_NOTICE, 2026-08-02, NONE, NOBODY"
    })
    void areThoseOfTheDay(RemedyKind kind, LocalDate day, Course course, Remedy.Bodies bodies) {
        var remedy = RemedyTable.of(kind, day);

        assertThat(remedy.course()).isEqualTo(course);
        assertThat(remedy.bodies()).isEqualTo(bodies);
    }

    @ParameterizedTest
    @EnumSource(RemedyKind.class)
    void standInExactlyOneRowOnEachDay(RemedyKind kind) {
        LocalDate.of(2023, 12, 1)
                .datesUntil(LocalDate.of(2025, 7, 1))
                .forEach(
                        day ->
                                assertThat(RemedyTable.rows())
                                        .filteredOn(it -> it.covers(kind, day))
                                        .hasSize(1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "STATE_SECRET, REFUSAL",
        "BANNED_BY_LAW, REFUSAL",
        "ENDANGERS_SECURITY, REFUSAL",
        "HARMS_THIRD_PARTY, REFUSAL",
        "INTERNAL_AFFAIRS, REFUSAL",
        "PROCESS_INFORMATION, REFUSAL",
        "ENFORCEMENT_FILE, REFUSAL",
        "PARTLY_DISCLOSED, REFUSAL",
        "REGISTRY, REGISTRY",
        "DISCLOSED, OTHER_REPLY",
        "DOES_NOT_EXIST, OTHER_REPLY",
        "NOT_THIS_AGENCY, OTHER_REPLY",
        "PETITION, OTHER_REPLY"
    })
    void haveTheKindOfTheOutcome(Outcome outcome, RemedyKind kind) {
        assertThat(RemedyKind.of(List.of(outcome))).isEqualTo(kind);
    }

    @Test
    void followTheRefusalWhereSeveralMattersAreAnswered() {
        assertThat(RemedyKind.of(List.of(Outcome.DISCLOSED, Outcome.REGISTRY)))
                .isEqualTo(RemedyKind.REGISTRY);
        assertThat(RemedyKind.of(List.of(Outcome.REGISTRY, Outcome.STATE_SECRET)))
                .isEqualTo(RemedyKind.REFUSAL);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSAL | 2023-12-31 |"
                        + " 如不服本答复，可以自收到之日起60日内向宁夏回族自治区生态环境厅或者银川市人民政府申请行政复议，也可以自收到之日起6个月内向银川市金凤区人民法院提起行政诉讼。",
                "REFUSAL | 2024-01-01 |"
                        + " 如不服本答复，应当先申请行政复议，可以自收到之日起60日内向银川市人民政府提出；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向银川市金凤区人民法院提起行政诉讼。",
                "REGISTRY | 2025-06-01 |"
                        + " 如不服本答复，可以自收到之日起60日内向银川市人民政府申请行政复议，也可以自收到之日起6个月内向银川市金凤区人民法院提起行政诉讼。",
                "SILENCE | 2025-06-01 |"
                        + " 认为逾期未答复侵犯合法权益的，可以自答复期限届满之日起60日内向银川市人民政府申请行政复议，也可以自答复期限届满之日起6个月内向银川市金凤区人民法院提起行政诉讼。"
            })
    void readAsApproved(RemedyKind kind, LocalDate day, String text) {
        assertThat(RemedyText.of(kind, Paper.REPLY, day, BUREAU, false)).contains(text);
    }

    @Test
    void nameTheDistrictForAnOutpost() {
        assertThat(
                        RemedyText.of(
                                RemedyKind.REFUSAL,
                                Paper.REPLY,
                                LocalDate.of(2024, 1, 1),
                                OUTPOST,
                                false))
                .hasValueSatisfying(it -> assertThat(it).contains("银川市人民政府或者银川市兴庆区人民政府"));
        assertThat(
                        RemedyText.of(
                                RemedyKind.REFUSAL,
                                Paper.REPLY,
                                LocalDate.of(2023, 12, 31),
                                OUTPOST,
                                false))
                .hasValueSatisfying(
                        it -> assertThat(it).contains("银川市生态环境局或者银川市人民政府").doesNotContain("兴庆区"));
    }

    @Test
    void nameTheWayOnlineWhenTheLetterGoesOnline() {
        var day = LocalDate.of(2024, 1, 1);

        assertThat(RemedyText.of(RemedyKind.OTHER_REPLY, Paper.REPLY, day, BUREAU, true))
                .hasValueSatisfying(
                        it -> assertThat(it).endsWith("行政复议申请书可以通过互联网提交，网址：https://fy.example.cn"));
        assertThat(RemedyText.of(RemedyKind.OTHER_REPLY, Paper.REPLY, day, OUTPOST, true))
                .isEmpty();
        assertThat(
                        RemedyText.of(
                                RemedyKind.OTHER_REPLY,
                                Paper.REPLY,
                                day.minusDays(1),
                                OUTPOST,
                                true))
                .isPresent();
    }
}
