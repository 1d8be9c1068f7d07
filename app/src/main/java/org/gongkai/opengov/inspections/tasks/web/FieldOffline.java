package org.gongkai.opengov.inspections.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.tasks.FieldDesk;
import org.gongkai.opengov.inspections.tasks.FieldDesk.Kept;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.Secrets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the officer's pages ask for from a telephone that works without a network (离线检查): the worker
 * that answers for the network, who is signed in, and the sending of what was kept.
 */
@RestController
@RequestMapping("/desk/inspections/field")
class FieldOffline {
    private static final MediaType SCRIPT =
            new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final String HMAC = "HmacSHA256";

    private final FieldDesk desk;
    private final SecretKeySpec key;

    FieldOffline(FieldDesk desk, Secrets secrets) {
        this.desk = desk;
        this.key = new SecretKeySpec(secrets.key("field-outbox"), HMAC);
    }

    /**
     * Who is signed in, with what is needed to send.
     *
     * @param key seals what waits on the telephone; the same for the same person, so that it can be
     *     sent after another sign-in
     */
    record Signed(long account, String token, String key) {}

    /** A picture that was taken in. */
    record Taken(long id, String sha256) {}

    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .body(new ClassPathResource("static/assets/js/field-worker.js"));
    }

    @GetMapping("/signed-in")
    Signed signedIn(Actor actor, HttpServletRequest request) {
        if (!InspectionRights.inspects(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.tasks.refusal.officers");
        }
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Signed(actor.person().value(), token.getToken(), keyOf(actor));
    }

    @PostMapping("/{id}/send")
    Kept send(
            Actor actor, @PathVariable long id, @RequestParam MultiValueMap<String, String> typed) {
        return desk.save(actor, id, FieldPages.sent(typed));
    }

    @PostMapping("/{id}/photos/send")
    Taken photo(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String clientId) {
        try (var content = file.getInputStream()) {
            var taken =
                    desk.addPhoto(
                            actor,
                            id,
                            clientId,
                            question,
                            content,
                            Objects.requireNonNullElse(file.getOriginalFilename(), ""));
            return new Taken(taken.id(), taken.sha256());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String keyOf(Actor actor) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var hash = mac.doFinal(("person:" + actor.person()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
