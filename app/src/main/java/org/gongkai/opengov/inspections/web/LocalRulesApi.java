package org.gongkai.opengov.inspections.web;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.LocalRulesDesk;
import org.gongkai.opengov.inspections.LocalRulesEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The local rules of inspections over the API (实施细则接口). */
@RestController
@RequestMapping("/api/v1/inspections/rules")
class LocalRulesApi {
    private final LocalRulesDesk desk;

    LocalRulesApi(LocalRulesDesk desk) {
        this.desk = desk;
    }

    /** What holds today, whether by our defaults, and every edition, the newest first. */
    record RulesAnswer(
            Map<String, String> today, boolean byDefault, List<Map<String, String>> entered) {}

    @GetMapping
    RulesAnswer read(Actor actor) {
        var standing = desk.standing(actor);
        return new RulesAnswer(
                LocalRulesEntry.of(standing.today()).typed(),
                standing.byDefault(),
                standing.entered().stream().map(it -> LocalRulesEntry.of(it).typed()).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RulesAnswer enter(Actor actor, @RequestBody Map<String, String> typed) {
        desk.enter(actor, new LocalRulesEntry(typed));
        return read(actor);
    }
}
