package org.gongkai.opengov.siteimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that is imported (导入目录): nothing outside of it is ever read, whatever a manifest names
 * and wherever a link in it leads.
 */
final class ImportFolder {
    static final String SETTINGS = "import.json";
    static final String CSV = "manifest.csv";
    static final String JSON_LINES = "manifest.jsonl";

    private final Path root;

    private ImportFolder(Path root) {
        this.root = root;
    }

    /** The folder at this path; refused with the reason when it is none. */
    static ImportFolder at(Path path) {
        try {
            var root = path.toRealPath();
            if (Files.isDirectory(root)) {
                return new ImportFolder(root);
            }
        } catch (IOException missing) {
            // said below
        }
        throw new ImportStopped("siteimport.stopped.no-folder", path);
    }

    /** The file of settings; a folder without one is not for import. */
    Path settings() {
        return file(SETTINGS)
                .orElseThrow(() -> new ImportStopped("siteimport.stopped.no-settings", SETTINGS));
    }

    /** The manifest, in one of its two forms. */
    Path manifest() {
        return file(CSV)
                .or(() -> file(JSON_LINES))
                .orElseThrow(
                        () -> new ImportStopped("siteimport.stopped.no-manifest", CSV, JSON_LINES));
    }

    /** A file within the folder; empty when there is none, or when it lies outside. */
    Optional<Path> file(String name) {
        return file(root, name);
    }

    /** A file named in a text at {@code base}: from there, else from the top of the folder. */
    Optional<Path> fileBeside(Path base, String name) {
        return file(base, name).or(() -> file(root, name));
    }

    private Optional<Path> file(Path base, String name) {
        try {
            var found = base.resolve(name.replace('\\', '/')).toRealPath();
            return found.startsWith(root) && Files.isRegularFile(found)
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    Path root() {
        return root;
    }
}
