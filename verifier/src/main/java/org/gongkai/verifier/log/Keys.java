package org.gongkai.verifier.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.verifier.Refusal;

/**
 * The keys somebody trusts: of the log, and of its witnesses. One a line; lines with # are notes.
 */
public final class Keys {
    private Keys() {}

    /** The keys of a file, or the one key that is written out. */
    public static List<NoteKey> read(String fileOrKey) {
        List<NoteKey> keys =
                text(fileOrKey)
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                        .map(NoteKey::read)
                        .toList();
        if (keys.isEmpty()) {
            throw Refusal.malformed("", "没有公钥", "no key in " + fileOrKey);
        }
        return keys;
    }

    private static String text(String fileOrKey) {
        try {
            Path file = Path.of(fileOrKey);
            if (Files.exists(file) || !fileOrKey.contains("+")) {
                return Files.readString(file);
            }
            return fileOrKey;
        } catch (InvalidPathException noPath) {
            return fileOrKey;
        } catch (IOException unreadable) {
            throw Refusal.unreadable("读不到公钥 " + fileOrKey, "cannot read the key " + fileOrKey);
        }
    }
}
