package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How alike two requests are (相似度) — for 条例 art. 36 (6)")
class LikenessTests {

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource({
        "申请公开某厂2020年环评批复, 申请公开某厂2020年环评批复, true",
        "申请公开某厂2020年环评批复。, 申请公开 某厂 2020年环评批复, true",
        "申请公开某厂2020年环评批复, 请公开某厂2020年环评批复全文, true",
        "申请公开某厂2020年环评批复, 某河断面2021年水质监测数据, false",
        "甲, 甲, true",
        "甲, 乙, false"
    })
    void isSeenByPairsOfSigns(String one, String other, boolean alike) {
        assertThat(Likeness.of(one, other) >= Likeness.ALIKE).isEqualTo(alike);
        assertThat(Likeness.of(other, one)).isEqualTo(Likeness.of(one, other));
    }
}
