package org.gongkai.platform.pagecache;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader accepts ({@code Accept-Encoding}, RFC 9110, 12.5.3); without a word about it the
 * page goes out as it is.
 */
record Encodings(boolean gzip, boolean zstd) {
    private static final Encodings NONE = new Encodings(false, false);
    private static final Encodings GZIP = new Encodings(true, false);
    private static final Encodings BOTH = new Encodings(true, true);

    /** What browsers write as a rule is not taken apart each time. */
    static Encodings in(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        return switch (header) {
            case "gzip", "gzip, deflate", "gzip, deflate, br" -> GZIP;
            case "gzip, deflate, br, zstd" -> BOTH;
            default -> read(header.toLowerCase(Locale.ROOT));
        };
    }

    private static Encodings read(String header) {
        Boolean gzip = null;
        Boolean zstd = null;
        var rest = false;
        for (var part : header.split(",", 20)) {
            var words = part.split(";", 2);
            var taken = words.length < 2 || !words[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
            switch (words[0].strip()) {
                case "gzip", "x-gzip" -> gzip = taken;
                case "zstd" -> zstd = taken;
                case "*" -> rest = taken;
                default -> {}
            }
        }
        return new Encodings(gzip == null ? rest : gzip, zstd == null ? rest : zstd);
    }
}
