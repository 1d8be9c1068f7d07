package org.gongkai.opengov.drinkingwater.reports.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.reports.WaterTermsDesk;
import org.gongkai.opengov.drinkingwater.reports.WaterTermsDesk.Entry;
import org.gongkai.opengov.drinkingwater.results.WaterTermsBook.Version;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's days over the API (时限设置接口). */
@RestController
@RequestMapping("/api/v1/water/terms")
class WaterTermsApi {
    private final WaterTermsDesk desk;

    WaterTermsApi(WaterTermsDesk desk) {
        this.desk = desk;
    }

    /** Terms in a version. */
    record VersionAnswer(
            int version,
            String from,
            int sampling,
            int results,
            int report,
            int publication,
            String reason,
            Instant at) {
        static VersionAnswer of(Version it) {
            return new VersionAnswer(
                    it.number(),
                    it.from().toString(),
                    it.terms().sampling(),
                    it.terms().results(),
                    it.terms().report(),
                    it.terms().publication(),
                    it.reason(),
                    it.at());
        }
    }

    /** What holds this month, and every version that the agency set. */
    record TermsAnswer(
            int sampling, int results, int report, int publication, List<VersionAnswer> versions) {}

    /** Terms as sent. */
    record TermsInput(
            @Nullable String from,
            @Nullable Integer sampling,
            @Nullable Integer results,
            @Nullable Integer report,
            @Nullable Integer publication,
            @Nullable String reason) {
        Entry entry() {
            return new Entry(
                    Objects.requireNonNullElse(from, ""),
                    text(sampling),
                    text(results),
                    text(report),
                    text(publication),
                    Objects.requireNonNullElse(reason, ""));
        }

        private static String text(@Nullable Integer day) {
            return day == null ? "" : day.toString();
        }
    }

    @GetMapping
    ResponseEntity<TermsAnswer> read(Actor actor) {
        return answer(actor);
    }

    @PutMapping
    ResponseEntity<TermsAnswer> set(Actor actor, @RequestBody TermsInput input, IfMatch expected) {
        desk.set(actor, input.entry(), expected.version());
        return answer(actor);
    }

    private ResponseEntity<TermsAnswer> answer(Actor actor) {
        var versions = desk.versions(actor).stream().map(VersionAnswer::of).toList();
        var now = desk.now(actor);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(versions.isEmpty() ? 0 : versions.getFirst().version()))
                .body(
                        new TermsAnswer(
                                Integer.parseInt(now.sampling()),
                                Integer.parseInt(now.results()),
                                Integer.parseInt(now.report()),
                                Integer.parseInt(now.publication()),
                                versions));
    }
}
