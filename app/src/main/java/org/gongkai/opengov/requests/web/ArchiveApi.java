package org.gongkai.opengov.requests.web;

import java.util.Objects;
import org.gongkai.opengov.requests.archive.ArchiveDesk;
import org.gongkai.opengov.requests.archive.ArchiveEntry;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The file of a request over the API (归档接口). */
@RestController
class ArchiveApi {
    private final ArchiveDesk archive;

    ArchiveApi(ArchiveDesk archive) {
        this.archive = archive;
    }

    /** How it is to leave; {@code as} is zip or pdf. */
    record Wanted(
            @Nullable String identity,
            @Nullable String word,
            @Nullable String reason,
            @Nullable String as) {
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    @PostMapping("/api/v1/requests/{id}/archive")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable long id, @RequestBody Wanted wanted) {
        var entry = new ArchiveEntry(wanted.identity(), wanted.word(), wanted.reason());
        return ArchivePages.file(
                archive.export(actor, id, entry), Objects.requireNonNullElse(wanted.as(), "zip"));
    }
}
