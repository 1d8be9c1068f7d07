package org.gongkai.opengov.inspections.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.PrivateFolder;
import org.gongkai.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Files on their way into a register (待导入文件), on this machine until they are read. */
@Component
class ImportFiles {
    private static final List<String> ENDINGS = List.of(".xlsx", ".csv", ".zip");

    private final Path folder;

    ImportFiles(Settings settings) {
        this.folder = settings.home().resolve("register-imports");
    }

    /** The ending of a name; refuses what cannot be read. */
    static String ending(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(plain::endsWith)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("file", "inspections.import.kind"));
    }

    void keep(long run, String ending, InputStream content) {
        try {
            PrivateFolder.make(folder);
            var part = folder.resolve(run + ".part");
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(run + ending), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Optional<Path> find(long run) {
        return ENDINGS.stream()
                .map(it -> folder.resolve(run + it))
                .filter(Files::exists)
                .findFirst();
    }

    void remove(long run) {
        try {
            var file = find(run);
            if (file.isPresent()) {
                Files.delete(file.get());
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
