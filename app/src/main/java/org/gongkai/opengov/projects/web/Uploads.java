package org.gongkai.opengov.projects.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The paper that came with a form (随表上传的材料). */
final class Uploads {
    private Uploads() {}

    /** What is done with the content and the name; the content is null where no file was chosen. */
    interface Work {
        void with(@Nullable InputStream content, String name);
    }

    static void read(@Nullable MultipartFile file, Work work) {
        if (file == null || file.isEmpty()) {
            work.with(null, "");
            return;
        }
        try (var content = file.getInputStream()) {
            work.with(content, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
