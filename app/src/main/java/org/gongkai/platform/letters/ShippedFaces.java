package org.gongkai.platform.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Draws Chinese text of PDF files that bring no face of their own (未嵌入字体) with a shipped one where
 * the machine has none: a server without Chinese faces would draw nothing, and nobody would notice.
 */
public final class ShippedFaces implements FontMapper {
    private static final Set<String> CHINESE = Set.of("GB1", "CNS1");

    private final FontMapper machine;
    private final Map<Typeface, TrueTypeFont> opened = new EnumMap<>(Typeface.class);

    ShippedFaces(FontMapper machine) {
        this.machine = machine;
    }

    /** From now on in this program; more than once does no harm. */
    public static synchronized void install() {
        if (!(FontMappers.instance() instanceof ShippedFaces)) {
            FontMappers.set(new ShippedFaces(FontMappers.instance()));
        }
    }

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(
            String name, PDFontDescriptor descriptor) {
        return machine.getTrueTypeFont(name, descriptor);
    }

    @Override
    public @Nullable FontMapping<FontBoxFont> getFontBoxFont(
            String name, PDFontDescriptor descriptor) {
        return machine.getFontBoxFont(name, descriptor);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(
            String name, PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo signs) {
        var found = machine.getCIDFont(name, descriptor, signs);
        boolean chinese = signs != null && CHINESE.contains(signs.getOrdering());
        return chinese && (found == null || found.isFallback())
                ? new CIDFontMapping(null, opened(faceFor(String.valueOf(name))), true)
                : found;
    }

    private static Typeface faceFor(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (plain.contains("hei") || name.contains("黑")) {
            return Typeface.HEI;
        }
        return plain.contains("kai") || name.contains("楷") ? Typeface.KAI : Typeface.SONG;
    }

    private synchronized TrueTypeFont opened(Typeface face) {
        var known = opened.get(face);
        if (known != null) {
            return known;
        }
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(face.open()));
            opened.put(face, font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
