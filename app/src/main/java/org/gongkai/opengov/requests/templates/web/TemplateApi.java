package org.gongkai.opengov.requests.templates.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.templates.TemplateDesk;
import org.gongkai.opengov.requests.templates.TemplateDesk.PartEntry;
import org.gongkai.opengov.requests.templates.TemplateVersion;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letter templates over the API (文书模板接口). */
@RestController
@RequestMapping("/api/v1/requests/templates")
class TemplateApi {
    private final TemplateDesk desk;

    TemplateApi(TemplateDesk desk) {
        this.desk = desk;
    }

    /** A part of a set. */
    record PartAnswer(
            String part,
            String term,
            String title,
            String addressee,
            List<String> lines,
            List<String> needs,
            List<String> mandatory) {
        static PartAnswer of(TemplatePart it) {
            return new PartAnswer(
                    it.slug(),
                    it.term(),
                    it.template().title(),
                    it.template().addressee(),
                    it.template().lines(),
                    it.template().needs().stream().map(LetterField::term).toList(),
                    it.mandatory());
        }
    }

    /** A version; with its parts and text where one alone is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionAnswer(
            int version,
            String name,
            boolean own,
            @Nullable String why,
            @Nullable Long person,
            @Nullable Instant writtenAt,
            @Nullable String text,
            @Nullable List<PartAnswer> parts) {
        static VersionAnswer of(TemplateVersion it, boolean whole) {
            var by = it.by();
            return new VersionAnswer(
                    it.number(),
                    it.name(),
                    it.isOwn(),
                    it.isOwn() ? null : it.why(),
                    by == null ? null : by.value(),
                    it.writtenAt(),
                    whole ? it.text() : null,
                    whole
                            ? TemplatePart.all(it.set()).stream().map(PartAnswer::of).toList()
                            : null);
        }
    }

    /** A whole set, and why. */
    record SetInput(@Nullable String text, @Nullable String why) {}

    /** A part, and why. */
    record PartInput(
            @Nullable String title,
            @Nullable String addressee,
            @Nullable String body,
            @Nullable String why) {}

    @GetMapping
    ResponseEntity<VersionAnswer> current(Actor actor) {
        return answer(desk.current(actor));
    }

    @PutMapping
    ResponseEntity<VersionAnswer> load(Actor actor, @RequestBody SetInput sent, IfMatch match) {
        return answer(desk.load(actor, version(match), sent.text(), sent.why()));
    }

    @PutMapping("/parts/{part}")
    ResponseEntity<VersionAnswer> change(
            Actor actor, @PathVariable String part, @RequestBody PartInput sent, IfMatch match) {
        return answer(
                desk.change(
                        actor,
                        TemplatePart.key(part),
                        new PartEntry(
                                version(match),
                                sent.title(),
                                sent.addressee(),
                                sent.body(),
                                sent.why())));
    }

    @GetMapping("/versions")
    Items<VersionAnswer> versions(Actor actor, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                        desk.list(actor, skip, paging.fetch()),
                        paging,
                        _ -> Cursor.at(skip + paging.limit()))
                .map(it -> VersionAnswer.of(it, false));
    }

    @GetMapping("/versions/{number}")
    VersionAnswer version(Actor actor, @PathVariable int number) {
        return VersionAnswer.of(desk.version(actor, number), true);
    }

    private static ResponseEntity<VersionAnswer> answer(TemplateVersion it) {
        return ResponseEntity.ok().eTag(IfMatch.etag(it.number())).body(VersionAnswer.of(it, true));
    }

    private static @Nullable Integer version(IfMatch match) {
        var read = match.version();
        return read == null ? null : Math.toIntExact(Math.min(read, Integer.MAX_VALUE));
    }
}
