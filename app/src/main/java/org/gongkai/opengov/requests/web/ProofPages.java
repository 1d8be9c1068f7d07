package org.gongkai.opengov.requests.web;

import java.util.Locale;
import org.gongkai.opengov.requests.ProofDesk;
import org.gongkai.opengov.requests.ProofDesk.Shown;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a picture or scan that proves who asks (查看证明材料), after writing down who looks and why. */
@Controller
class ProofPages {
    private final ProofDesk desk;

    ProofPages(ProofDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/desk/requests/{id}/proofs/{proof}")
    ResponseEntity<byte[]> show(
            Actor actor,
            @PathVariable long id,
            @PathVariable long proof,
            @RequestParam(defaultValue = "") String reason) {
        return file(desk.show(actor, id, proof, reason));
    }

    /** A picture is shown in place, a PDF saved; neither is kept, sniffed or run. */
    static ResponseEntity<byte[]> file(Shown shown) {
        var type = MediaType.parseMediaType(shown.file().mediaType());
        var name =
                shown.file().what().name().toLowerCase(Locale.ROOT)
                        + "-"
                        + shown.file().id()
                        + "."
                        + type.getSubtype();
        var how = type.getType().equals("image") ? "inline" : "attachment";
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(shown.content());
    }
}
