package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search finds what a reader means — 《政府信息公开条例》 art. 24, whatever the engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelevanceSuite {

    private final TestEngine engine;
    private FilledIndex index;

    RelevanceSuite(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void fill(@TempDir Path folder) {
        index = FilledIndex.of(engine, folder, Corpus.documents());
    }

    @AfterAll
    void close() {
        index.close();
    }

    @ParameterizedTest(name = "{0}: first {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    政务公开工作要点 | key-points
                    2021年政务公开 | key-points
                    政务新媒体 | key-points
                    政策找人 | key-points
                    640100-113/2021-00201 | key-points
                    640100－113／2021－00201 | key-points
                    2021-00201 | key-points
                    00201 | key-points
                    银政公开办发〔2021〕1号 | key-points
                    银政公开办发[2021]1号 | key-points
                    银政公开办发【2021】1号 | key-points
                    银政公开办发(2021)1号 | key-points
                    银政公开办发（２０２１）１号 | key-points
                    银政公开办发 2021 1号 | key-points
                    银环发〔2021〕23号 | random-plan
                    银环发[2021] | random-plan
                    宁a环罚字〔2021〕007号 | penalty
                    宁Ａ环罚字 | penalty
                    银政办发〔2019〕88号 | emergency
                    双随机 | random-plan
                    双随机一公开 | random-plan
                    雙隨機 | random-plan
                    随机抽查结果 | random-results
                    饮用水水源地6月 | water-june
                    6月 水源地 | water-june
                    辐射安全 | radiation
                    放射源 | radiation
                    射线装置 | radiation
                    环评 | eia
                    环境影响评价 | eia
                    竣工验收 | eia
                    排污许可 | permit
                    危废 | penalty
                    固体废物 | penalty
                    部门预算 | budget
                    三公经费 | budget
                    信息公开指南 | guide
                    PM2.5 | air
                    ＰＭ２．５ | air
                    细颗粒物 | air
                    優良天數 | air
                    应急预案 | emergency
                    围油栏 | emergency
                    应急物资清单 | emergency
                    典农河 | inspection
                    黑臭水体 | inspection
                    长期坚持 | inspection
                    督察整改 | inspection
                    "水质状况报告" 6月 | water-june
                    饮用水 -监测 -2021年5月 -6月 | -
                    水源地 -达标 | key-points
                    “谁执法、谁公示” -抽查工作 | key-points
                    """)
    void putsTheRightOneFirst(String text, String first) {
        List<String> found = index.ids(text);

        if (first.equals("-")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).isNotEmpty().startsWith(first);
        }
    }

    @ParameterizedTest(name = "{0} finds the real work plan")
    @CsvSource({
        "饮用水水源地",
        "双随机",
        "饮用水",
        "水质状况",
        "征求意见稿",
        "市长信箱",
        "把好政治关",
        "12345",
        "7个工作日",
        "银川市国民经济和社会发展第十四个五年规划",
        "谁起草、谁解读",
        "兼职人员",
        "依申请公开",
        "人大代表"
    })
    void findsTheRealWorkPlan(String text) {
        assertThat(index.ids(text)).contains(Corpus.KEY_POINTS);
    }

    @ParameterizedTest(name = "{0} finds exactly {1}")
    @CsvSource({
        "沙尘暴预警, ''",
        "\"水源地达标\", ''",
        "银环发〔2021〕61号, ''",
        "640100-113/2021-00150, water-may",
        "排污单位46家, random-results",
        "十万元, penalty",
        "Ⅲ类标准, water-may"
    })
    void findsNothingElse(String text, String only) {
        assertThat(index.ids(text)).isEqualTo(only.isEmpty() ? List.of() : List.of(only));
    }
}
