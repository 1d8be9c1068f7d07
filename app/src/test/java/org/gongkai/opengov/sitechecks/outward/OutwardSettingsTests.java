package org.gongkai.opengov.sitechecks.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of the link check (站外链接检查设置)")
class OutwardSettingsTests {

    @Test
    void areOffAndModestByDefault() {
        assertThat(OutwardSettings.read(name -> null))
                .isEqualTo(new OutwardSettings(false, 500, 50));
        assertThat(
                        OutwardSettings.read(
                                Map.of(
                                                "GONGKAI_LINK_CHECK", "true",
                                                "GONGKAI_LINK_CHECK_DAILY", "80",
                                                "GONGKAI_LINK_CHECK_PER_HOST", "5")
                                        ::get))
                .isEqualTo(new OutwardSettings(true, 80, 5));
    }

    @Test
    void nameEveryMistakeAtOnce() {
        assertThatThrownBy(
                        () ->
                                OutwardSettings.read(
                                        Map.of(
                                                        "GONGKAI_LINK_CHECK", "yes",
                                                        "GONGKAI_LINK_CHECK_DAILY", "0",
                                                        "GONGKAI_LINK_CHECK_PER_HOST", "many")
                                                ::get))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(each -> each.sentence())
                                        .anyMatch(each -> each.contains("“yes”"))
                                        .anyMatch(each -> each.contains("DAILY：“0”"))
                                        .anyMatch(each -> each.contains("PER_HOST：“many”")));
    }
}
