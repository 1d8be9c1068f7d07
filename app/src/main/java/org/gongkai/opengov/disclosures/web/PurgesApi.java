package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.Purge;
import org.gongkai.opengov.disclosures.PurgeDesk;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.operations.BackupMade;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What was purged and which backups still hold it, for programs (清除台账接口). */
@RestController
class PurgesApi {
    private final PurgeDesk desk;
    private final Organization organization;

    PurgesApi(PurgeDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    /** A purge; nothing of the content is in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String document,
            @Nullable String indexNumber,
            Instant purgedAt,
            List<Given> words,
            List<Held> backups) {}

    /** Who gave their word, and on what ground. */
    record Given(String person, String ground, Instant givenAt) {}

    /** A backup with the content in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(
            long id,
            String file,
            Instant takenAt,
            @Nullable Instant destroyedAt,
            @Nullable String note) {}

    /** How a backup was destroyed. */
    record Destruction(@Nullable String note) {}

    @GetMapping("/api/v1/purges")
    Items<Line> list(Actor actor) {
        return Items.whole(desk.purges(actor)).map(this::line);
    }

    @PostMapping("/api/v1/backups/{id}/destruction")
    ResponseEntity<Void> destroyed(
            Actor actor, @PathVariable long id, @RequestBody Destruction destruction) {
        var note = destruction.note();
        desk.destroyed(actor, id, note == null ? "" : note);
        return ResponseEntity.noContent().build();
    }

    private Line line(Purge it) {
        return new Line(
                it.document().toString(),
                it.indexNumber().map(IndexNumber::toString).orElse(null),
                it.purgedAt(),
                it.words().stream().map(this::given).toList(),
                it.backups().stream().map(PurgesApi::held).toList());
    }

    private Given given(Purge.Word it) {
        return new Given(organization.person(it.person()).name(), it.ground(), it.givenAt());
    }

    private static Held held(BackupMade it) {
        return new Held(it.id(), it.file(), it.takenAt(), it.destroyedAt(), it.note());
    }
}
