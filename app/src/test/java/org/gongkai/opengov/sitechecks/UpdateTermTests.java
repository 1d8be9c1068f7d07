package org.gongkai.opengov.sitechecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.roles.AgencyId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How long a column may rest — 国办秘函〔2019〕19号")
class UpdateTermTests {
    private static final LocalDate TODAY = LocalDate.of(2021, 7, 30);

    @ParameterizedTest(name = "{0} ({1}, own rule {2}): newest {3} → {4}, missed {5}")
    @CsvSource({
        "工作动态, 政务动态, , 2021-07-16, NEWS_NOT_UPDATED, false",
        "工作动态, 政务动态, , 2021-07-15, NEWS_NOT_UPDATED, true",
        "政务要闻, 其他, 90, 2021-07-15, NEWS_NOT_UPDATED, true",
        "通知公告, 通知公告, , 2021-01-30, NEWS_NOT_UPDATED, false",
        "通知公告, 通知公告, , 2021-01-29, NEWS_NOT_UPDATED, true",
        "部门文件, 政策文件, , 2021-01-29, NEWS_NOT_UPDATED, true",
        "规划计划, 信息公开目录, , 2020-07-30, COLUMN_NOT_UPDATED, false",
        "规划计划, 信息公开目录, , 2020-07-29, COLUMN_NOT_UPDATED, true",
        "水质信息, 信息公开目录, 30, 2021-06-30, COLUMN_NOT_UPDATED, false",
        "水质信息, 信息公开目录, 30, 2021-06-29, COLUMN_NOT_UPDATED, true"
    })
    void endsOnItsLastDay(
            String name,
            String kind,
            Integer own,
            LocalDate newest,
            CheckItem item,
            boolean missed) {
        var term = UpdateTerm.of(column(name, kind, own), TODAY, CheckMeasure.USUAL);

        assertThat(term.item()).isEqualTo(item);
        assertThat(term.isMissedBy(newest)).isEqualTo(missed);
    }

    @ParameterizedTest(name = "{1} of {0}: {2} points lost, veto {3}")
    @CsvSource({
        "HOME_NOT_UPDATED, 1, 0, true",
        "NEWS_NOT_UPDATED, 4, 8, false",
        "NEWS_NOT_UPDATED, 5, 10, true",
        "COLUMN_NOT_UPDATED, 9, 18, false",
        "COLUMN_NOT_UPDATED, 10, 20, true",
        "COLUMN_BLANK, 5, 10, true",
        "DEAD_LINK, 3, 3, false",
        "DEAD_LINK, 2000000000, 20, false",
        "NO_TEXT, 11, 10, false"
    })
    void costsPoints(CheckItem item, long faults, int lost, boolean veto) {
        assertThat(item.usual().lost(faults)).isEqualTo(lost);
        assertThat(item.usual().vetoes(faults)).isEqualTo(veto);
    }

    @Test
    void isShorterWhereTheAgencyMeasuresMoreStrictly() {
        var strict = new CheckMeasure(7, 5, 1, 3, Map.of());

        assertThat(UpdateTerm.of(column("工作动态", "政务动态", null), TODAY, strict).earliest())
                .isEqualTo("2021-07-25");
        assertThat(UpdateTerm.of(column("通知公告", "通知公告", null), TODAY, strict).earliest())
                .isEqualTo("2021-06-30");
        assertThat(UpdateTerm.of(column("规划计划", "信息公开目录", null), TODAY, strict).earliest())
                .isEqualTo("2021-04-30");
        assertThat(UpdateTerm.of(column("水质信息", "信息公开目录", 30), TODAY, strict).earliest())
                .isEqualTo("2021-06-30");
    }

    private static SiteColumn column(String name, String kind, Integer days) {
        return new SiteColumn(
                new ColumnId(1),
                new AgencyId(1),
                "key",
                null,
                name,
                kind,
                "说明",
                "词",
                null,
                days,
                0,
                false,
                1,
                Instant.EPOCH,
                null,
                null);
    }
}
