package org.gongkai.opengov.disclosures.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in before a document names them (附件上传). */
@RestController
class FilesApi {
    private final FileStore files;

    FilesApi(FileStore files) {
        this.files = files;
    }

    /** A kept file. */
    record Kept(String sha256, long size, String mediaType, String name, String address) {}

    @PostMapping("/api/v1/files")
    @Transactional
    ResponseEntity<Kept> upload(Actor actor, @RequestParam MultipartFile file) {
        if (!actor.has(Role.CLERK) && !actor.has(Role.DISCLOSURE_OFFICE)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.upload-role");
        }
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var stored = files.put(content, name, UploadLimits.ATTACHMENT);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(
                            new Kept(
                                    stored.sha256(),
                                    stored.size(),
                                    stored.mediaType(),
                                    stored.safeName(),
                                    stored.address()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
