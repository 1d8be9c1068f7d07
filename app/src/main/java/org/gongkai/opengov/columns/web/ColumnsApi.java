package org.gongkai.opengov.columns.web;

import java.util.Map;
import org.gongkai.opengov.columns.ColumnDesk;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnInput;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Columns over the API (栏目接口). */
@RestController
@RequestMapping("/api/v1/columns")
class ColumnsApi {
    private final Columns columns;
    private final ColumnDesk desk;
    private final Organization organization;

    ColumnsApi(Columns columns, ColumnDesk desk, Organization organization) {
        this.columns = columns;
        this.desk = desk;
        this.organization = organization;
    }

    /** A column as programs see it. */
    record ColumnAnswer(
            long id,
            String key,
            @Nullable String parent,
            String name,
            String kind,
            String description,
            String keywords,
            @Nullable String section,
            @Nullable Integer updateDays,
            int position,
            boolean fixed,
            String path) {}

    @GetMapping
    Items<ColumnAnswer> list() {
        return Items.whole(
                organization.agencies().stream()
                        .flatMap(it -> columns.tree(it.id()).stream())
                        .filter(SiteColumn::isOpen)
                        .map(this::answer)
                        .toList());
    }

    @PostMapping
    ResponseEntity<ColumnAnswer> create(Actor actor, @RequestBody ColumnInput input) {
        var id = desk.create(actor, input);
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(columns.column(id)));
    }

    @PostMapping("/fixed-parts")
    ResponseEntity<Items<ColumnAnswer>> establish(Actor actor) {
        desk.establish(actor);
        var all = columns.tree(actor.agency()).stream().map(this::answer).toList();
        return ResponseEntity.status(HttpStatus.CREATED).body(Items.whole(all));
    }

    @GetMapping("/{key}")
    ResponseEntity<ColumnAnswer> read(Actor actor, @PathVariable String key) {
        return tagged(columns.column(named(actor, key)));
    }

    @PutMapping("/{key}")
    ResponseEntity<ColumnAnswer> change(
            Actor actor,
            @PathVariable String key,
            IfMatch ifMatch,
            @RequestBody ColumnInput input) {
        var id = named(actor, key);
        desk.change(actor, id, ifMatch.version(), input);
        return tagged(columns.column(id));
    }

    @PostMapping("/{key}/steps/{step}")
    ColumnAnswer step(
            Actor actor,
            @PathVariable String key,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable Map<String, String> body) {
        var id = named(actor, key);
        switch (step) {
            case "merge" -> desk.merge(actor, id, named(actor, into(body)));
            case "retire" -> desk.retire(actor, id);
            default -> throw Refusal.notFound();
        }
        return answer(columns.atAddress(key).orElseThrow(Refusal::notFound));
    }

    private ResponseEntity<ColumnAnswer> tagged(SiteColumn column) {
        return ResponseEntity.ok().eTag(IfMatch.etag(column.version())).body(answer(column));
    }

    private static String into(@Nullable Map<String, String> body) {
        var into = body == null ? null : body.get("into");
        if (into == null) {
            throw Refusal.invalid("into", "columns.field.required");
        }
        return into;
    }

    private ColumnId named(Actor actor, String key) {
        return columns.find(actor.agency(), key).orElseThrow(Refusal::notFound).id();
    }

    private ColumnAnswer answer(SiteColumn column) {
        return new ColumnAnswer(
                column.id().value(),
                column.key(),
                column.parent() == null ? null : columns.column(column.parent()).key(),
                column.name(),
                column.kind(),
                column.description(),
                column.keywords(),
                column.section() == null ? null : organization.section(column.section()).key(),
                column.updateDays(),
                column.position(),
                column.fixed(),
                column.path());
    }
}
