package org.gongkai.platform.transparencylog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.commitments.Suite;
import org.springframework.core.io.ClassPathResource;

/**
 * A file of the verifier, offered with the program (验证程序下载).
 *
 * @param sha256 64 hexadecimal digits, to be compared with what was published elsewhere
 */
public record VerifierFile(String name, byte[] content, String sha256) {
    private static final List<String> NAMES = List.of("verifier.jar", "verify.html");

    /** Those files that the program was built with. */
    static List<VerifierFile> all() {
        return NAMES.stream().flatMap(it -> read(it).stream()).toList();
    }

    /** How large it is, in steps of 1,024 bytes. */
    public long kilobytes() {
        return (content.length + 1_023L) / 1_024;
    }

    private static Optional<VerifierFile> read(String name) {
        var resource = new ClassPathResource("verify/" + name);
        if (!resource.exists()) {
            return Optional.empty();
        }
        try (var stream = resource.getInputStream()) {
            var content = stream.readAllBytes();
            var hash = HexFormat.of().formatHex(Suite.SHA256.hash(content));
            return Optional.of(new VerifierFile(name, content, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierFile file
                && file.name.equals(name)
                && Arrays.equals(file.content, content);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
