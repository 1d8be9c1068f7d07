package org.gongkai.platform.organization.web;

import java.time.LocalDate;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.ClosingEntry;
import org.gongkai.platform.organization.DisclosureListDesk;
import org.gongkai.platform.organization.ListEntry;
import org.gongkai.platform.organization.OfficerEntry;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.SectionEntry;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.organization.web.Views.ListView;
import org.gongkai.platform.organization.web.Views.SectionView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sections, their officers and lists over the API (科室接口), of the caller's own agency. */
@RestController
@RequestMapping("/api/v1/sections")
class SectionApi {
    private final OrganizationDesk desk;
    private final StaffDesk staff;
    private final DisclosureListDesk lists;
    private final Assembly assembly;

    SectionApi(
            OrganizationDesk desk, StaffDesk staff, DisclosureListDesk lists, Assembly assembly) {
        this.desk = desk;
        this.staff = staff;
        this.lists = lists;
        this.assembly = assembly;
    }

    @GetMapping
    Items<SectionView> list(@RequestParam @Nullable LocalDate on, Actor actor) {
        var day = on == null ? assembly.today() : on;
        return Items.whole(assembly.sections(actor.agency(), day));
    }

    @GetMapping("/{key}")
    ResponseEntity<SectionView> read(@PathVariable String key, Actor actor) {
        return answer(HttpStatus.OK, key, actor);
    }

    @PostMapping
    ResponseEntity<SectionView> add(@RequestBody SectionEntry entry, Actor actor) {
        return answer(HttpStatus.CREATED, desk.addSection(actor, entry).key(), actor);
    }

    @PutMapping("/{key}")
    ResponseEntity<SectionView> change(
            @PathVariable String key, @RequestBody SectionEntry entry, IfMatch match, Actor actor) {
        desk.changeSection(actor, key, match.version(), entry);
        return answer(HttpStatus.OK, key, actor);
    }

    @PostMapping("/{key}/closing")
    ResponseEntity<SectionView> close(
            @PathVariable String key, @RequestBody ClosingEntry entry, Actor actor) {
        desk.closeSection(actor, key, entry);
        return answer(HttpStatus.OK, key, actor);
    }

    @PutMapping("/{key}/openness-officer")
    ResponseEntity<SectionView> nameOfficer(
            @PathVariable String key, @RequestBody OfficerEntry entry, Actor actor) {
        var named = new OfficerEntry(key, entry.person(), entry.from());
        staff.nameOpennessOfficer(actor, named);
        return answer(HttpStatus.OK, key, actor);
    }

    @GetMapping("/{key}/disclosure-list")
    ResponseEntity<ListView> list(@PathVariable String key, Actor actor) {
        return list(actor, key);
    }

    @PutMapping("/{key}/disclosure-list")
    ResponseEntity<ListView> adopt(
            @PathVariable String key, @RequestBody ListEntry entry, IfMatch match, Actor actor) {
        var version = match.version();
        var read = version == null ? entry.version() : version.toString();
        lists.adopt(actor, key, new ListEntry(read, entry.from(), entry.note(), entry.items()));
        return list(actor, key);
    }

    private ResponseEntity<ListView> list(Actor actor, String key) {
        var view = assembly.list(assembly.section(actor.agency(), key));
        return ResponseEntity.ok().eTag(IfMatch.etag(view.version())).body(view);
    }

    private ResponseEntity<SectionView> answer(HttpStatus status, String key, Actor actor) {
        var view = assembly.view(assembly.section(actor.agency(), key));
        return ResponseEntity.status(status).eTag(IfMatch.etag(view.version())).body(view);
    }
}
