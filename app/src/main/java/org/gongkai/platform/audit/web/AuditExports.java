package org.gongkai.platform.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gongkai.platform.audit.AuditDesk;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The trail to take away, as a table or for programs (审计记录导出). */
@Controller
class AuditExports {
    private final AuditDesk desk;
    private final AuditLines lines;
    private final JsonMapper json;

    AuditExports(AuditDesk desk, AuditLines lines, JsonMapper json) {
        this.desk = desk;
        this.lines = lines;
        this.json = json;
    }

    @GetMapping({"/desk/audit/export.csv", "/api/v1/audit/export.csv"})
    void csv(AuditForm form, HttpServletResponse response, Actor actor) throws IOException {
        var export = desk.export(actor, form.filter());
        name(response, "text/csv;charset=UTF-8", "audit.csv");
        try (var file = new CsvFile(response.getOutputStream())) {
            file.row(lines.heads());
            export.forEach(it -> file.row(AuditLines.cells(lines.line(it))));
        }
    }

    @GetMapping({"/desk/audit/export.json", "/api/v1/audit/export.json"})
    void json(AuditForm form, HttpServletResponse response, Actor actor) throws IOException {
        var export = desk.export(actor, form.filter());
        name(response, "application/json", "audit.json");
        try (var sequence =
                json.writerFor(AuditLine.class).writeValuesAsArray(response.getOutputStream())) {
            export.forEach(it -> sequence.write(lines.line(it)));
        }
    }

    private static void name(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
