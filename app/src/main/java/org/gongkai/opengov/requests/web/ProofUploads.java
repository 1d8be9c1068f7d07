package org.gongkai.opengov.requests.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requests.ProofIntake;
import org.gongkai.opengov.requests.ProofKind;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and scans that came with the form of a request (随表上传的证明材料). */
@Component
class ProofUploads {
    private final ProofIntake intake;

    ProofUploads(ProofIntake intake) {
        this.intake = intake;
    }

    /**
     * Keeps them; the form names them from then on, also when it is shown again.
     *
     * @param origin the network address they came from; null from the office, which is not slowed
     */
    AskForm kept(
            AskForm form,
            @Nullable MultipartFile identity,
            @Nullable MultipartFile mandate,
            @Nullable String origin) {
        return form.proved(
                kept(ProofKind.IDENTITY, "identityFile", identity, origin),
                kept(ProofKind.MANDATE, "mandateFile", mandate, origin));
    }

    private @Nullable String kept(
            ProofKind what, String field, @Nullable MultipartFile file, @Nullable String origin) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            return kept(what, file, origin);
        } catch (Refusal refused) {
            if (refused.problems().isEmpty() && refused.messageKey().startsWith("files.")) {
                throw Refusal.invalid(
                        List.of(
                                new FieldProblem(
                                        field, refused.messageKey(), refused.arguments())));
            }
            throw refused;
        }
    }

    /** Keeps one. */
    String kept(ProofKind what, MultipartFile file, @Nullable String origin) {
        try (var content = file.getInputStream()) {
            return intake.keep(
                    what,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    content,
                    origin);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
