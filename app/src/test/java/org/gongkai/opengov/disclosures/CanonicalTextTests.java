package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Canonical text — 规范文本")
class CanonicalTextTests {

    @Test
    void isWrittenInOneWayOnly() {
        assertThat(CanonicalText.of(content(Map.of("formedOn", "2021-07-30"), "水质")).text())
                .isEqualTo(
                        "{\"article20Item\":15,\"attachments\":[],\"attribute\":\"主动公开\","
                                + "\"bodyHtml\":\"<p>a/b</p>\",\"fields\":{\"formedOn\":\"2021-07-30\"},"
                                + "\"images\":[],\"kind\":\"GENERAL\",\"legalGround\":\"条例第二十条第十五项\","
                                + "\"section\":\"water\",\"source\":{\"own\":true},\"title\":\"水质\"}");
    }

    @Test
    void hasTheHashThatAnybodyCanRecompute() {
        // printf '%s' '<the text above>' | sha256sum
        assertThat(CanonicalText.of(content(Map.of("formedOn", "2021-07-30"), "水质")).sha256())
                .isEqualTo("d4716dcb3d1c9b0b60091fc8c5f824ee632cb2ea9672e1310dbba57fc188827a");
    }

    @Test
    void doesNotDependOnTheOrderInWhichFieldsWereTyped() {
        var one = new LinkedHashMap<String, String>();
        one.put("formedOn", "2021-07-30");
        one.put("documentNumber", "银环发〔2021〕1号");
        var other = new LinkedHashMap<String, String>();
        other.put("documentNumber", "银环发〔2021〕1号");
        other.put("formedOn", "2021-07-30");

        assertThat(CanonicalText.of(content(one, "水质")))
                .isEqualTo(CanonicalText.of(content(other, "水质")));
    }

    @Test
    void changesWithEveryCharacter() {
        assertThat(CanonicalText.of(content(Map.of(), "水质")).sha256())
                .isNotEqualTo(CanonicalText.of(content(Map.of(), "水质。")).sha256());
    }

    @Test
    void isReadBackUnchanged() {
        var content = content(Map.of("formedOn", "2021-07-30"), "“水质”〔𠮷〕");

        assertThat(CanonicalText.read(CanonicalText.of(content).text())).isEqualTo(content);
    }

    private static DocumentContent content(Map<String, String> fields, String title) {
        return new DocumentContent(
                DocumentKind.GENERAL,
                title,
                "water",
                "<p>a/b</p>",
                "主动公开",
                "条例第二十条第十五项",
                15,
                Source.ours(),
                fields,
                List.of(),
                List.of(),
                null);
    }
}
