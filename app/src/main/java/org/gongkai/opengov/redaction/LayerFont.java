package org.gongkai.opengov.redaction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * The face of the text layer (文字层字体): one number for each meaning and width that occurs, so that a
 * reading program finds each sign exactly where it is seen.
 */
final class LayerFont {
    static final String NAME = "GongkaiBlank";

    private static final int EM = 1000;
    private static final int STEP = 10;
    private static final int WIDEST = 20_000;
    private static final int MOST = 65_000;
    private static final int AT_ONCE = 100;

    private final Map<Sign, Integer> numbers = new LinkedHashMap<>();

    private record Sign(String text, int width) {}

    /** Thousandths of the size that the sign with this advance takes. */
    static int width(Glyph glyph) {
        var width = Math.round(glyph.advance() / glyph.size() * EM / STEP) * STEP;
        return (int) Math.clamp(width, STEP, WIDEST);
    }

    int number(Glyph glyph) {
        var sign = new Sign(glyph.text(), width(glyph));
        var known = numbers.get(sign);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= MOST) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "redaction.refused.page-too-full");
        }
        var number = numbers.size() + 1;
        numbers.put(sign, number);
        return number;
    }

    /** The finished face; asked for once all pages are written. */
    void describe(PDDocument document, COSDictionary font) throws IOException {
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, NAME);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant(document));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(document, meanings()));
    }

    private COSDictionary descendant(PDDocument document) throws IOException {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setName(COSName.BASE_FONT, NAME);
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.FONT_DESC, descriptor(document));
        font.setInt(COSName.DW, EM);
        var widths = new COSArray();
        numbers.keySet().forEach(it -> widths.add(COSInteger.get(it.width())));
        var all = new COSArray();
        all.add(COSInteger.ONE);
        all.add(widths);
        font.setItem(COSName.W, all);
        var blank = new byte[2 * (numbers.size() + 1)];
        for (var at = 1; at < blank.length; at += 2) {
            blank[at] = 1;
        }
        font.setItem(COSName.CID_TO_GID_MAP, stream(document, blank));
        return font;
    }

    private static COSDictionary descriptor(PDDocument document) throws IOException {
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, 4);
        var box = new COSArray();
        for (var side : new int[] {0, -120, EM, 880}) {
            box.add(COSInteger.get(side));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 700);
        descriptor.setInt(COSName.STEM_V, 80);
        var face = stream(document, BlankFace.bytes());
        face.setInt(COSName.LENGTH1, BlankFace.bytes().length);
        descriptor.setItem(COSName.FONT_FILE2, face);
        return descriptor;
    }

    private static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }

    private byte[] meanings() {
        var map =
                new StringBuilder(
                        """
                        /CIDInit /ProcSet findresource begin
                        12 dict begin
                        begincmap
                        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                        /CMapName /Adobe-Identity-UCS def
                        /CMapType 2 def
                        1 begincodespacerange
                        <0000> <FFFF>
                        endcodespacerange
                        """);
        var left = numbers.size();
        var here = 0;
        for (var sign : numbers.entrySet()) {
            if (here == 0) {
                here = Math.min(AT_ONCE, left);
                map.append(here).append(" beginbfchar\n");
            }
            map.append("<%04X> <".formatted(sign.getValue()));
            for (var half : sign.getKey().text().toCharArray()) {
                map.append("%04X".formatted((int) half));
            }
            map.append(">\n");
            left--;
            if (--here == 0) {
                map.append("endbfchar\n");
            }
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
