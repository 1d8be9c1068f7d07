package org.gongkai.platform.audit.web;

import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditDesk;
import org.gongkai.platform.roles.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The trail for programs (审计记录接口). */
@RestController
class AuditApi {
    private final AuditDesk desk;
    private final AuditLines lines;

    AuditApi(AuditDesk desk, AuditLines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    @GetMapping("/api/v1/audit")
    Items<AuditLine> list(@ModelAttribute AuditForm form, Paging paging, Actor actor) {
        return desk.read(actor, form.filter(), paging).map(lines::line);
    }
}
