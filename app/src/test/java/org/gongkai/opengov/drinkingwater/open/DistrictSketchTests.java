package org.gongkai.opengov.drinkingwater.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.organization.RegionCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sketch of districts (区县示意图)")
class DistrictSketchTests {

    @Test
    void hasEveryDistrictOfTheCityInAPlaceOfItsOwn() {
        var sketch = DistrictSketch.of(new RegionCode("640100").counties());

        assertThat(sketch.boxes())
                .extracting(DistrictSketch.Box::name)
                .containsExactlyInAnyOrder("兴庆区", "西夏区", "金凤区", "永宁县", "贺兰县", "灵武市");
        assertThat(sketch.boxes().stream().map(it -> it.column() + "/" + it.row()).distinct())
                .hasSize(6);
    }

    @Test
    void putsDistrictsThatNoGridPlacesBelow() {
        var sketch = DistrictSketch.of(new TreeMap<>(Map.of("640106", "金凤区", "640202", "大武口区")));

        assertThat(sketch.boxes())
                .filteredOn(it -> it.name().equals("大武口区"))
                .singleElement()
                .satisfies(it -> assertThat(it.row()).isEqualTo(2));
        assertThat(sketch.height()).isEqualTo(3 * DistrictSketch.HIGH);
    }
}
