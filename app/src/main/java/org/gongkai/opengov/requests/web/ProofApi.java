package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gongkai.opengov.requests.ProofDesk;
import org.gongkai.opengov.requests.ProofFile;
import org.gongkai.opengov.requests.ProofKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of identity papers and mandates over the API (证明材料接口). */
@RestController
class ProofApi {
    private final ProofUploads uploads;
    private final ProofDesk desk;

    ProofApi(ProofUploads uploads, ProofDesk desk) {
        this.uploads = uploads;
        this.desk = desk;
    }

    /** The code by which a request names what was uploaded. */
    record Kept(String proof) {}

    /** Something uploaded, without its content. */
    record Listed(long id, String what, String mediaType, long size) {
        static Listed of(ProofFile it) {
            return new Listed(it.id(), it.what().slug(), it.mediaType(), it.size());
        }
    }

    /** What was uploaded with a request. */
    record Proofs(List<Listed> items) {}

    /** Why it is looked at. */
    record Reason(@Nullable String reason) {}

    @PostMapping("/api/v1/public/requests/proofs")
    @ResponseStatus(HttpStatus.CREATED)
    Kept keep(
            @RequestParam MultipartFile file,
            @RequestParam String what,
            HttpServletRequest request) {
        var kind =
                ProofKind.named(what)
                        .orElseThrow(() -> Refusal.invalid("what", "requests.proof.what"));
        return new Kept(uploads.kept(kind, file, request.getRemoteAddr()));
    }

    @GetMapping("/api/v1/requests/{id}/proofs")
    Proofs list(Actor actor, @PathVariable long id) {
        return new Proofs(desk.of(actor, id).stream().map(Listed::of).toList());
    }

    @PostMapping("/api/v1/requests/{id}/proofs/{proof}")
    ResponseEntity<byte[]> show(
            Actor actor, @PathVariable long id, @PathVariable long proof, @RequestBody Reason why) {
        return ProofPages.file(desk.show(actor, id, proof, why.reason()));
    }
}
