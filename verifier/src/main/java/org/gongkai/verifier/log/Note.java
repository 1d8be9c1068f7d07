package org.gongkai.verifier.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gongkai.verifier.Refusal;

/** A signed note: a text and the lines of those who signed it. c2sp.org/signed-note. */
final class Note {
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;
    private static final int ID = 4;

    private record Line(String name, byte[] id, byte[] signature) {}

    /** A key whose signature was found to be genuine. */
    record Signed(NoteKey key, byte[] signature) {}

    private final String text;
    private final List<Line> lines;

    private Note(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    static Note read(String note) {
        if (note.codePoints().anyMatch(it -> it < ' ' && it != '\n')) {
            throw malformed("含控制字符", "control characters");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw malformed("没有签名", "no signatures");
        }
        List<Line> lines = new ArrayList<>();
        String signatures = note.substring(blank + 2);
        if (!signatures.isEmpty()) {
            for (String each : signatures.substring(0, signatures.length() - 1).split("\n", -1)) {
                lines.add(line(each));
            }
        }
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw malformed("没有签名", "no signatures, or too many");
        }
        return new Note(note.substring(0, blank + 1), lines);
    }

    private static Line line(String line) {
        int space = line.lastIndexOf(' ');
        if (line.startsWith(DASH) && space > DASH.length()) {
            String name = line.substring(DASH.length(), space);
            byte[] bytes = base64(line.substring(space + 1));
            boolean named =
                    name.codePoints().noneMatch(it -> it == '+' || Character.isSpaceChar(it));
            if (named && bytes.length > ID) {
                return new Line(
                        name,
                        Arrays.copyOf(bytes, ID),
                        Arrays.copyOfRange(bytes, ID, bytes.length));
            }
        }
        throw malformed("签名行格式错误", "a signature line that is none");
    }

    /** The text that is signed, its last line break included. */
    String text() {
        return text;
    }

    /**
     * The known keys that signed; lines of others are ignored.
     *
     * @throws Refusal if a line of a known key is not genuine
     */
    List<Signed> verified(List<NoteKey> keys) {
        List<Signed> verified = new ArrayList<>();
        for (Line each : lines) {
            for (NoteKey key : keys) {
                if (key.name().equals(each.name()) && Arrays.equals(key.id(), each.id())) {
                    if (!key.verifies(text, each.signature())) {
                        throw Refusal.forged(
                                "",
                                "签名无效：" + each.name(),
                                "not a genuine signature: " + each.name());
                    }
                    verified.add(new Signed(key, each.signature()));
                }
            }
        }
        return verified;
    }

    /** A line to put under a note. */
    static String line(NoteKey key, byte[] signature) {
        byte[] both = Arrays.copyOf(key.id(), ID + signature.length);
        System.arraycopy(signature, 0, both, ID, signature.length);
        return DASH + key.name() + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /** Bytes in Base64, written the one way it can be written. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw malformed("不是 Base64：" + text, "not Base64: " + text);
    }

    private static Refusal malformed(String chinese, String english) {
        return Refusal.malformed("", "签名文本：" + chinese, "signed note: " + english);
    }
}
