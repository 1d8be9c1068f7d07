package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the one that somebody read and approved; the one received lies in target/.
 */
final class Approved {

    private Approved() {}

    static void verify(String name, String received) {
        try {
            var folder = Files.createDirectories(Path.of("target/received"));
            Files.writeString(folder.resolve(name), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(received).isEqualTo(Samples.text(name));
    }
}
