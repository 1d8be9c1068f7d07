package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The one complete draw published with the specification, worked out by another program. */
@DisplayName("Published example of vdraw/1 (公开样例)")
class PublishedExampleTests {
    private final DrawBundle bundle = Vectors.example();
    private final Draw draw = bundle.draw();

    @Test
    void hasThePublishedManifestHash() {
        assertThat(Vectors.hex(draw.manifest().hash()))
                .isEqualTo("de80dbdde47addb09921005e75cd13ac2df139741259f3579c3a14041a7448cb");
    }

    @Test
    void hasThePublishedSeed() {
        assertThat(draw.prk())
                .isEqualTo("f98f143790907f5b4290061d3684d7c29a856dedd2fbe6cb96392b7204330634");
    }

    @Test
    void drawsThePublishedEntitiesAndLeavesThePublishedReserve() {
        assertThat(draw.selected())
                .isEqualTo(
                        Map.of(
                                "重点", List.of("Ａ级站", "QY-010"),
                                "一般", List.of("QY-003", "é-水泥")));
        assertThat(draw.reserve())
                .isEqualTo(
                        Map.of(
                                "重点",
                                List.of("金凤印染", "QY-001"),
                                "一般",
                                List.of("𠀀记染坊", "QY-002", "灵武电镀", "QY-011", "兴庆热电", "西夏化工")));
    }

    @Test
    void sendsThePublishedTeams() {
        assertThat(draw.visits())
                .extracting(it -> it.entity().id(), Visit::team)
                .containsExactly(
                        tuple("Ａ级站", List.of("ZF-01", "ZF-05")),
                        tuple("é-水泥", List.of("ZF-00", "ZF-03")),
                        tuple("QY-010", List.of("ZF-02", "ZF-04")),
                        tuple("QY-003", List.of("ZF-01", "ZF-05")));
    }

    @Test
    void hasThePublishedRoot() {
        assertThat(draw.root())
                .isEqualTo("3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01");
        assertThat(draw.unfilled()).isZero();
    }

    @Test
    void holdsAsPublished() {
        assertThat(bundle.requireTrue().root()).isEqualTo(draw.root());
    }

    @Test
    void holdsWhenItIsWrittenAndReadAgain() {
        var text = new ByteArrayOutputStream();
        DrawBundle.of(draw, bundle.disclosures(), null, List.of()).write(text);

        assertThat(DrawBundle.read(text.toByteArray()).requireTrue().root()).isEqualTo(draw.root());
    }
}
