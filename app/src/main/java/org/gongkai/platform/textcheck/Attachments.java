package org.gongkai.platform.textcheck;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.files.BeforeStorage;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.ParserGuard;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.textcheck.attachments.CleanCopy;
import org.gongkai.platform.textcheck.attachments.FileInspection;
import org.gongkai.platform.textcheck.attachments.InspectedFile;
import org.springframework.stereotype.Component;

/**
 * Reads attachments (附件校对), the last ones from memory; and keeps classified files from being stored
 * (《保守国家秘密法》 art. 35).
 */
@Component
class Attachments implements BeforeStorage {
    private static final int REMEMBERED = 50;

    private final ParserGuard guard;
    private final Map<String, InspectedFile> remembered =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, InspectedFile> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Attachments(ParserGuard guard) {
        this.guard = guard;
    }

    @Override
    public void inspect(Path received, MediaKind kind, String safeName) {
        refuseMark(safeName, safeName);
        var file = guard.read(safeName, () -> FileInspection.of(received, kind));
        for (var passage : file.passages()) {
            refuseMark(passage.text(), safeName);
        }
    }

    private static void refuseMark(String text, String name) {
        if (ClassificationMark.find(text).isPresent()) {
            throw Refusal.invalid("file", "textcheck.classification.file-refused", name);
        }
    }

    InspectedFile read(String sha256, Path content, MediaKind kind, String name) {
        synchronized (remembered) {
            var known = remembered.get(sha256);
            if (known != null) {
                return known;
            }
        }
        var file = guard.read(name, () -> FileInspection.of(content, kind));
        synchronized (remembered) {
            remembered.put(sha256, file);
        }
        return file;
    }

    Optional<byte[]> cleanCopy(Path content, StoredFile file) {
        return guard.read(file.safeName(), () -> CleanCopy.of(content, file.kind()));
    }
}
