package org.gongkai.platform.transparencylog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.commitments.Framing;

/**
 * A text and the lines of those who signed it (签名文本): c2sp.org/signed-note.
 *
 * @param text what is signed, its last line break included
 */
record SignedNote(String text, List<Line> lines) {
    private static final String DASH = "\u2014 ";
    private static final int MOST_LINES = 100;
    private static final int ID = 4;

    SignedNote {
        lines = List.copyOf(lines);
    }

    /** One signature: of whom, by which key. */
    record Line(String name, byte[] id, byte[] signature) {
        boolean isOf(NoteKey key) {
            return name.equals(key.name()) && Arrays.equals(id, key.id());
        }
    }

    /** Reads a note; empty if it is none. Nothing is checked yet. */
    static Optional<SignedNote> read(String note) {
        var blank = note.lastIndexOf("\n\n");
        if (blank < 0
                || !note.endsWith("\n")
                || note.codePoints().anyMatch(it -> it < ' ' && it != '\n')) {
            return Optional.empty();
        }
        return readLines(note.substring(blank + 2))
                .filter(it -> !it.isEmpty())
                .map(it -> new SignedNote(note.substring(0, blank + 1), it));
    }

    /** Reads signature lines by themselves, as a witness answers. */
    static Optional<List<Line>> readLines(String text) {
        var lines = new ArrayList<Line>();
        if (!text.isEmpty() && !text.endsWith("\n")) {
            return Optional.empty();
        }
        for (var each : text.isEmpty() ? List.<String>of() : text.lines().toList()) {
            var line = readLine(each);
            if (line.isEmpty() || lines.size() == MOST_LINES) {
                return Optional.empty();
            }
            lines.add(line.get());
        }
        return Optional.of(lines);
    }

    /** Whether a line of this key stands under the text and is genuine. */
    boolean isSignedBy(NoteKey key) {
        return lines.stream().anyMatch(it -> it.isOf(key) && key.verifies(text, it.signature()));
    }

    /** A line to put under a note. */
    static String line(NoteKey key, byte[] signature) {
        var both = new Framing().raw(key.id()).raw(signature).bytes();
        return DASH + key.name() + " " + Base64Text.write(both) + "\n";
    }

    private static Optional<Line> readLine(String line) {
        var space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            return Optional.empty();
        }
        var name = line.substring(DASH.length(), space);
        return Base64Text.read(line.substring(space + 1))
                .filter(it -> NoteKey.isName(name) && it.length > ID)
                .map(
                        it ->
                                new Line(
                                        name,
                                        Arrays.copyOf(it, ID),
                                        Arrays.copyOfRange(it, ID, it.length)));
    }
}
