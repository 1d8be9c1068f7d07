package org.gongkai.opengov.redaction;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongkai.opengov.redaction.Proof.Failure;
import org.gongkai.opengov.redaction.Proof.Kind;
import org.gongkai.opengov.redaction.RedactionPlan.GoneWords;

/**
 * What a released copy is made of (公开件组成): only what is on a closed list, so that no annotation,
 * field, attachment, script, layer, bookmark or description of the original can be in it; and none
 * of its bytes, unpacked, spell removed words.
 */
final class ReleaseStructure {
    private static final Set<String> KEYS =
            Set.of(
                    """
                    Type Subtype Version Root Info ID Size W Index First N Length Length1 Filter
                    DecodeParms Predictor Colors Columns BitsPerComponent Pages Kids Count Parent
                    MediaBox Resources Contents StructParents Tabs XObject Font F0 Im0 Width Height
                    ColorSpace Interpolate Lang MarkInfo Marked ViewerPreferences DisplayDocTitle
                    StructTreeRoot ParentTree ParentTreeNextKey Nums K P Pg S Alt Title Producer
                    BaseFont Encoding DescendantFonts ToUnicode CIDSystemInfo Registry
                    Ordering Supplement FontDescriptor FontName Flags FontBBox ItalicAngle Ascent
                    Descent CapHeight StemV FontFile2 DW CIDToGIDMap"""
                            .split("\\s+"));

    /** Shorter ones come about by chance in millions of pixels. */
    private static final int SHORTEST_IN_BYTES = 6;

    private static final List<Charset> SPELLINGS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_16LE,
                    Charset.forName("GB18030"));
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Map<Integer, List<Needle>> needles = new HashMap<>();
    private final BitSet starts = new BitSet();
    private final List<Failure> failures = new ArrayList<>();
    private final Set<GoneWords> gone;
    private final Set<String> ours;
    private long bytes;

    /** Removed words as bytes. */
    private record Needle(int mark, byte[] spelled) {}

    /**
     * Looks for these words.
     *
     * @param ours what the program itself says of the copy
     */
    ReleaseStructure(Set<GoneWords> gone, Set<String> ours) {
        this.gone = gone;
        this.ours = ours;
        for (var words : gone) {
            // Words of the title stand in its bytes; as text and in other strings they are looked
            // for.
            if (ours.stream().map(Folding::of).anyMatch(it -> it.contains(words.folded()))) {
                continue;
            }
            for (var spelling : SPELLINGS) {
                add(words.mark(), words.folded().getBytes(spelling));
                add(words.mark(), words.said().getBytes(spelling));
            }
            var hex = HexFormat.of().formatHex(words.said().getBytes(StandardCharsets.UTF_16BE));
            add(words.mark(), hex.getBytes(StandardCharsets.US_ASCII));
            add(
                    words.mark(),
                    hex.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void add(int mark, byte[] spelled) {
        if (spelled.length >= SHORTEST_IN_BYTES) {
            int start = start(spelled, 0);
            starts.set(start);
            needles.computeIfAbsent(start, it -> new ArrayList<>()).add(new Needle(mark, spelled));
        }
    }

    List<Failure> failures() {
        return failures;
    }

    long bytes() {
        return bytes;
    }

    void look(Path file, PDDocument document) throws IOException {
        var raw = Files.readAllBytes(file);
        search(raw);
        int end = find(raw, END, 0);
        if (end < 0 || find(raw, END, end + 1) >= 0) {
            fail("revisions");
        }
        var whole = document.getDocument();
        look(whole.getTrailer());
        for (var key : List.copyOf(whole.getXrefTable().keySet())) {
            var object = whole.getObjectFromPool(key);
            if (object != null && object.getObject() != null) {
                look(object.getObject());
            }
        }
    }

    private void look(COSBase part) throws IOException {
        switch (part) {
            case COSStream stream -> {
                keys(stream);
                try (var in = stream.createInputStream()) {
                    search(in.readAllBytes());
                }
            }
            case COSDictionary dictionary -> keys(dictionary);
            case COSArray array -> {
                for (var each : array) {
                    if (each != null) {
                        look(each);
                    }
                }
            }
            case COSString string -> said(string);
            default -> {}
        }
    }

    private void keys(COSDictionary dictionary) throws IOException {
        for (var entry : dictionary.entrySet()) {
            if (!KEYS.contains(entry.getKey().getName())) {
                fail("/" + entry.getKey().getName());
            }
            if (entry.getValue() != null) {
                look(entry.getValue());
            }
        }
    }

    private void said(COSString string) {
        if (ours.contains(string.getString())) {
            return;
        }
        search(string.getBytes());
        var text = Folding.of(string.getString());
        for (var words : gone) {
            if (text.contains(words.folded())) {
                fail(new Failure(Kind.BYTES, 0, words.mark() + 1, "string"));
            }
        }
    }

    /** One look at each byte, however many words there are. */
    private void search(byte[] some) {
        bytes += some.length;
        for (var at = 0; at < some.length - 1; at++) {
            int start = start(some, at);
            if (starts.get(start)) {
                for (var needle : needles.getOrDefault(start, List.of())) {
                    if (isAt(some, at, needle.spelled())) {
                        fail(new Failure(Kind.BYTES, 0, needle.mark() + 1, "bytes"));
                    }
                }
            }
        }
    }

    private static int start(byte[] some, int at) {
        return (some[at] & 0xFF) << 8 | some[at + 1] & 0xFF;
    }

    private static int find(byte[] some, byte[] spelled, int from) {
        for (var at = from; at <= some.length - spelled.length; at++) {
            if (isAt(some, at, spelled)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] some, int at, byte[] spelled) {
        if (at > some.length - spelled.length) {
            return false;
        }
        for (var each = 0; each < spelled.length; each++) {
            if (some[at + each] != spelled[each]) {
                return false;
            }
        }
        return true;
    }

    private void fail(String detail) {
        fail(new Failure(Kind.STRUCTURE, 0, 0, detail));
    }

    private void fail(Failure failure) {
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }
}
