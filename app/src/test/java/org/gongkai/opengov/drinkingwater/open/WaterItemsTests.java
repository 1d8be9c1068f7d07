package org.gongkai.opengov.drinkingwater.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Items of water (水质项目), GB 3838-2002 and GB/T 14848-2017")
class WaterItemsTests {

    @Test
    void haveOnePageForEverySubstanceOfEveryTable() {
        assertThat(WaterItems.all()).hasSize(139);
        assertThat(WaterItems.all().stream().mapToInt(it -> it.standings().size()).sum())
                .isEqualTo(25 + 5 + 80 + 39 + 54);
        assertThat(WaterItems.all())
                .allSatisfy(it -> assertThat(it.key()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "w24005, 四氯化碳, ≤0.002 mg/L, ≤2.0 μg/L",
        "w20120, 铅, ≤0.05 mg/L, ≤0.01 mg/L",
        "w21007, 硝酸盐, ≤10 mg/L, ≤20.0 mg/L",
        "w20038, 钴, ≤1.0 mg/L, ≤0.05 mg/L",
        "w01019, 高锰酸盐指数, ≤6 mg/L, ≤3.0 mg/L"
    })
    void standSideBySideWhateverEachStandardCallsThem(
            String key, String name, String surface, String ground) {
        var item = WaterItems.find(key).orElseThrow();

        assertThat(item.name()).isEqualTo(name);
        assertThat(limit(item, WaterStandard.Kind.SURFACE)).isEqualTo(surface);
        assertThat(limit(item, WaterStandard.Kind.GROUND)).isEqualTo(ground);
    }

    private static String limit(WaterItem item, WaterStandard.Kind kind) {
        var row = item.in(kind).orElseThrow().item();
        return row.limits().printed(org.gongkai.opengov.drinkingwater.WaterClass.III).orElseThrow()
                + " "
                + row.unit();
    }

    @Test
    void areFoundByPartOfAName() {
        assertThat(found("耗氧")).containsExactly("w01019");
        assertThat(found("W20111")).containsExactly("w20111");
        assertThat(found("lindane")).containsExactly("w33005");
        assertThat(found("没有这个")).isEmpty();
    }

    private static Stream<String> found(String words) {
        return WaterItems.all().stream().filter(it -> it.isMeantBy(words)).map(WaterItem::key);
    }

    @ParameterizedTest
    @MethodSource("explainedOneByOne")
    void sayWhatTheyAreAndWhyTheyMatter(WaterItem item) throws IOException {
        var texts = texts();

        for (var part : new String[] {".what", ".why"}) {
            assertThat(texts.getProperty("drinkingwater.item-text." + item.key() + part))
                    .as(item.name() + part)
                    .isNotBlank()
                    .endsWith("。");
        }
    }

    /** The 24 basic and 5 supplementary items of surface water, the 39 regular of groundwater. */
    static Stream<WaterItem> explainedOneByOne() {
        return WaterStandards.shipped().stream()
                .flatMap(
                        standard ->
                                standard.items().stream()
                                        .filter(
                                                it ->
                                                        it.table() == 1
                                                                || standard.kind()
                                                                                == WaterStandard
                                                                                        .Kind
                                                                                        .SURFACE
                                                                        && it.table() == 2))
                .map(WaterItem::keyOf)
                .distinct()
                .map(it -> WaterItems.find(it).orElseThrow());
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                WaterItemsTests.class.getResourceAsStream(
                                        "/messages/drinkingwater-items.properties")),
                        StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }
}
