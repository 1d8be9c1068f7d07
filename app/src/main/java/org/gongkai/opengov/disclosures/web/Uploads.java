package org.gongkai.opengov.disclosures.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.opengov.disclosures.ImportDesk.Upload;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.web.multipart.MultipartFile;

/** Files that came with a form (上传的文件). */
final class Uploads {
    private Uploads() {}

    /** Does something with the file while it is open. */
    static <T> T with(MultipartFile file, Function<Upload, T> work) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            return work.apply(new Upload(name, content));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same for a page: what is wrong with the file itself is told at its field. */
    static <T> T with(String field, MultipartFile file, Function<Upload, T> work) {
        try {
            return with(file, work);
        } catch (Refusal refused) {
            throw isAboutTheFile(refused) ? at(field, refused) : refused;
        }
    }

    private static boolean isAboutTheFile(Refusal refused) {
        return refused.problems().isEmpty()
                ? refused.messageKey().startsWith("files.")
                : refused.problems().stream().allMatch(it -> it.field().matches("|file|name"));
    }

    private static Refusal at(String field, Refusal refused) {
        var told =
                refused.problems().isEmpty()
                        ? List.of(
                                new FieldProblem(field, refused.messageKey(), refused.arguments()))
                        : refused.problems().stream()
                                .map(it -> new FieldProblem(field, it.messageKey(), it.arguments()))
                                .toList();
        return Refusal.invalid(told);
    }
}
