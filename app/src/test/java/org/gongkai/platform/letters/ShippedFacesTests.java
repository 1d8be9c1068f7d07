package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Chinese text without a face of its own, on a machine without Chinese faces")
class ShippedFacesTests {

    /** A machine that has Latin faces alone. */
    private record LatinOnly(FontMapper machine) implements FontMapper {
        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return machine.getTrueTypeFont(name, descriptor);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return machine.getFontBoxFont(name, descriptor);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, PDFontDescriptor descriptor, PDCIDSystemInfo signs) {
            return new CIDFontMapping(
                    null, getFontBoxFont("Helvetica", descriptor).getFont(), true);
        }
    }

    @Test
    void isDrawnWithAShippedFace() throws IOException {
        var before = FontMappers.instance();
        try {
            FontMappers.set(new LatinOnly(before));
            var withoutThem = ink(drawn());
            FontMappers.set(new ShippedFaces(FontMappers.instance()));

            assertThat(ink(drawn())).isNotEqualTo(withoutThem).isBetween(400, 4_000);
        } finally {
            FontMappers.set(before);
        }
    }

    private static BufferedImage drawn() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var words = "公开".getBytes(StandardCharsets.UTF_16BE);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(PDFontFactory.createFont(song()), 40);
                pen.newLineAtOffset(100, 600);
                pen.appendRawCommands("<" + java.util.HexFormat.of().formatHex(words) + "> Tj\n");
                pen.endText();
            }
            return new PDFRenderer(document).renderImage(0);
        }
    }

    private static COSDictionary song() {
        var signs = new COSDictionary();
        signs.setItem(COSName.REGISTRY, new COSString("Adobe"));
        signs.setItem(COSName.ORDERING, new COSString("GB1"));
        signs.setInt(COSName.SUPPLEMENT, 4);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "SimSun");
        descriptor.setInt(COSName.FLAGS, 4);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setName(COSName.BASE_FONT, "SimSun");
        font.setItem(COSName.CIDSYSTEMINFO, signs);
        font.setItem(COSName.FONT_DESC, descriptor);
        var fonts = new COSArray();
        fonts.add(font);
        var whole = new COSDictionary();
        whole.setItem(COSName.TYPE, COSName.FONT);
        whole.setItem(COSName.SUBTYPE, COSName.TYPE0);
        whole.setName(COSName.BASE_FONT, "SimSun");
        whole.setName(COSName.ENCODING, "UniGB-UCS2-H");
        whole.setItem(COSName.DESCENDANT_FONTS, fonts);
        return whole;
    }

    private static int ink(BufferedImage image) {
        var dark = 0;
        for (var y = 140; y < 210; y++) {
            for (var x = 90; x < 200; x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
