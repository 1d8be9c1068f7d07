package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Several matters in one text (一事一申请)")
class MattersTests {

    @Test
    void areToldApartByTheirNumbers() {
        assertThat(Matters.of("1.某厂环评批复\n2、某河断面水质\n（三）处罚决定书"))
                .containsExactly("某厂环评批复", "某河断面水质", "处罚决定书");
    }

    @Test
    void keepTheLinesThatBelongToThem() {
        assertThat(Matters.of("一、环评批复\n含附件\n二、验收意见")).containsExactly("环评批复\n含附件", "验收意见");
    }

    @Test
    void eachGetWhatStandsBeforeTheFirstNumber() {
        assertThat(Matters.of("申请公开2020年以来的：\n1. 批复\n2. 罚单"))
                .containsExactly("申请公开2020年以来的：\n批复", "申请公开2020年以来的：\n罚单");
    }

    @Test
    void areOneWhereNothingOrOneThingIsNumbered() {
        assertThat(Matters.of("某厂环评批复\n以及验收意见")).containsExactly("某厂环评批复\n以及验收意见");
        assertThat(Matters.of("1.某厂环评批复")).containsExactly("1.某厂环评批复");
        assertThat(Matters.of("  ")).containsExactly("");
    }
}
