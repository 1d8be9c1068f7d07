package org.gongkai.opengov.disclosures.web;

import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the files of public documents (公开附件), and of no others. */
@Controller
class PublicFiles {
    private final PublicRegister register;
    private final FileStore files;

    PublicFiles(PublicRegister register, FileStore files) {
        this.register = register;
        this.files = files;
    }

    @GetMapping("/files/{address}")
    ResponseEntity<Resource> file(@PathVariable String address) {
        var sha256 = FileAddress.sha256In("/files/" + address).orElseThrow(Refusal::notFound);
        var known = register.file(sha256).orElseThrow(Refusal::notFound);
        var stored = files.find(sha256, known.name()).orElseThrow(Refusal::notFound);
        return FileResponse.shown(stored, files.path(sha256));
    }
}
