package org.gongkai.opengov.disclosures.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Attachments and pictures of a draft (草稿附件), only for those who may read the draft. */
@Controller
@RequestMapping("/desk/documents/{id}")
class DraftFiles {
    private final DocumentDesk desk;
    private final FileStore files;

    DraftFiles(DocumentDesk desk, FileStore files) {
        this.desk = desk;
        this.files = files;
    }

    @PostMapping("/images")
    @Transactional
    ResponseEntity<Map<String, String>> image(
            Actor actor, @PathVariable DocumentId id, @RequestParam MultipartFile file) {
        mayEdit(actor, id);
        var stored = kept(file, UploadLimits.IMAGE);
        var address = stored.address().replaceFirst("^/files/", DocumentForm.deskFiles(id));
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("address", address));
    }

    @GetMapping("/files/{address}")
    ResponseEntity<Resource> show(
            Actor actor, @PathVariable DocumentId id, @PathVariable String address) {
        var sha256 = FileAddress.sha256In("/files/" + address).orElseThrow(Refusal::notFound);
        var view = desk.view(actor, id);
        var content = view.copy().content();
        if (!content.fileHashes().contains(sha256) && !view.allowedStepNames().contains("save")) {
            throw Refusal.notFound();
        }
        var name =
                content.attachments().stream()
                        .filter(it -> it.sha256().equals(sha256))
                        .findFirst()
                        .map(it -> it.name())
                        .orElse(address);
        var stored = files.find(sha256, name).orElseThrow(Refusal::notFound);
        return FileResponse.shown(stored, files.path(sha256));
    }

    private void mayEdit(Actor actor, DocumentId id) {
        if (!desk.view(actor, id).allowedStepNames().contains("save")) {
            throw Refusal.notFound();
        }
    }

    private StoredFile kept(MultipartFile file, UploadLimits limits) {
        try (var content = file.getInputStream()) {
            return files.put(
                    content, Objects.requireNonNullElse(file.getOriginalFilename(), ""), limits);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
