package org.gongkai.platform.transparencylog.web;

import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the verifier (验证程序下载): the program and the page, to be run elsewhere. */
@RestController
class VerifierFiles {
    private final List<VerifierFile> files = VerifierFile.all();

    List<VerifierFile> all() {
        return files;
    }

    /** As a download: the page is to be opened from the reader's own disk. */
    @GetMapping("/verify/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        var file =
                files.stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var kept = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .eTag("\"" + file.sha256() + "\"")
                .body(file.content());
    }
}
