package org.gongkai.platform.organization.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.organization.OrganizationHistory;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The registers as tables for spreadsheet programs (台账导出): CSV (RFC 4180) in UTF-8 with mark. */
@Controller
class CsvExport {
    private static final int MOST = 100_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OrganizationHistory history;
    private final Wording wording;

    CsvExport(OrganizationHistory history, Wording wording) {
        this.history = history;
        this.wording = wording;
    }

    @GetMapping("/desk/organization/export/{register}.csv")
    ResponseEntity<byte[]> export(@PathVariable String register, Actor actor) {
        if (!OrganizationHistory.REGISTERS.contains(register)) {
            throw Refusal.notFound();
        }
        var lines =
                history.of(actor.agency(), register, MOST).stream()
                        .map(
                                it ->
                                        row(
                                                it.subjectKey(),
                                                it.subject(),
                                                it.messageKey().isEmpty()
                                                        ? ""
                                                        : wording.say(it.messageKey()),
                                                it.content(),
                                                it.validity().from(),
                                                it.validity().to(),
                                                Moments.written(it.recordedAt()),
                                                it.recordedBy(),
                                                wording.say(
                                                        "organization.replaced." + it.replaced())));
        var text =
                Stream.concat(Stream.of(head()), lines)
                        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"organization-" + register + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String head() {
        return List.of(
                        "key",
                        "subject",
                        "word",
                        "content",
                        "from",
                        "to",
                        "recordedAt",
                        "recordedBy",
                        "replaced")
                .stream()
                .map(it -> quoted(wording.say("organization.csv." + it)))
                .collect(Collectors.joining(","));
    }

    private static String row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(it -> quoted(Objects.toString(it, "")))
                .collect(Collectors.joining(","));
    }

    /** A cell that a spreadsheet would take for a formula is marked as text. */
    static String quoted(String cell) {
        var plain = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
