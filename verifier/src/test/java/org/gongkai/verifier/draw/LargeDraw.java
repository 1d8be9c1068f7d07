package org.gongkai.verifier.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.JsonText;

/** Writes a bundle as large as a province's, to measure by: FILE ENTITIES OFFICERS DRAWN SUITE. */
final class LargeDraw {
    private LargeDraw() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of(arguments[0]),
                JsonText.of(
                        RandomDraws.large(
                                Integer.parseInt(arguments[1]),
                                Integer.parseInt(arguments[2]),
                                Integer.parseInt(arguments[3]),
                                Suite.named(arguments[4]))));
    }
}
