package org.gongkai.opengov.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file and each stream in it, unpacked without any PDF library, searched for words in every
 * spelling.
 */
final class RawBytes {
    private static final List<Charset> SPELLINGS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_16LE,
                    Charset.forName("GBK"));

    private final List<String> parts = new ArrayList<>();

    RawBytes(byte[] file) {
        var whole = new String(file, StandardCharsets.ISO_8859_1);
        parts.add(whole);
        for (var at = whole.indexOf("stream"); at >= 0; at = whole.indexOf("stream", at + 6)) {
            if (at >= 3 && whole.startsWith("end", at - 3)) {
                continue;
            }
            var start = at + 6;
            while (start < whole.length() && (file[start] == '\r' || file[start] == '\n')) {
                start++;
            }
            parts.add(inflated(file, start));
        }
    }

    private static String inflated(byte[] file, int start) {
        var inflater = new Inflater();
        inflater.setInput(file, start, file.length - start);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[65_536];
        try {
            for (var count = inflater.inflate(buffer);
                    count > 0;
                    count = inflater.inflate(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException other) {
            // Not packed this way: the raw part has been searched.
        } finally {
            inflater.end();
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    int streams() {
        return parts.size() - 1;
    }

    boolean holds(String words) {
        List<String> spelled = new ArrayList<>();
        for (var spelling : SPELLINGS) {
            var bytes = words.getBytes(spelling);
            spelled.add(new String(bytes, StandardCharsets.ISO_8859_1));
            var hex = HexFormat.of().formatHex(bytes);
            if (hex.length() >= 8) {
                spelled.add(hex);
                spelled.add(hex.toUpperCase(Locale.ROOT));
            }
        }
        return parts.stream().anyMatch(part -> spelled.stream().anyMatch(part::contains));
    }
}
