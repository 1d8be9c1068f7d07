package org.gongkai.platform.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.CoverDesk;
import org.gongkai.platform.organization.CoverEntry;
import org.gongkai.platform.organization.EndEntry;
import org.gongkai.platform.organization.GrantEntry;
import org.gongkai.platform.organization.HeldRole;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.PersonEntry;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.organization.web.Views.CoverView;
import org.gongkai.platform.organization.web.Views.GrantView;
import org.gongkai.platform.organization.web.Views.PersonView;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People, roles and absence cover over the API (人员接口), of the caller's own agency. */
@RestController
@RequestMapping("/api/v1")
class StaffApi {
    private final Organization organization;
    private final StaffDesk desk;
    private final CoverDesk covers;
    private final Assembly assembly;

    StaffApi(Organization organization, StaffDesk desk, CoverDesk covers, Assembly assembly) {
        this.organization = organization;
        this.desk = desk;
        this.covers = covers;
        this.assembly = assembly;
    }

    @GetMapping("/people")
    Items<PersonView> people(@RequestParam @Nullable LocalDate on, Actor actor) {
        var day = on == null ? assembly.today() : on;
        var shown = organization.peopleOn(actor.agency(), day);
        return Items.whole(shown.stream().map(assembly::view).toList());
    }

    @GetMapping("/people/{key}")
    ResponseEntity<PersonView> person(@PathVariable String key, Actor actor) {
        return answer(HttpStatus.OK, key, actor);
    }

    @PostMapping("/people")
    ResponseEntity<PersonView> add(@RequestBody PersonEntry entry, Actor actor) {
        var added = desk.addPerson(actor, actor.agency(), entry);
        return answer(HttpStatus.CREATED, added.key(), actor);
    }

    @PutMapping("/people/{key}")
    ResponseEntity<PersonView> change(
            @PathVariable String key, @RequestBody PersonEntry entry, IfMatch match, Actor actor) {
        desk.changePerson(actor, key, match.version(), entry);
        return answer(HttpStatus.OK, key, actor);
    }

    @PostMapping("/people/{key}/departure")
    ResponseEntity<PersonView> leave(
            @PathVariable String key, @RequestBody EndEntry entry, Actor actor) {
        desk.endPerson(actor, key, entry);
        return answer(HttpStatus.OK, key, actor);
    }

    /** Every role of one person, past ones too; without a person, the roles held today. */
    @GetMapping("/grants")
    Items<GrantView> grants(@RequestParam @Nullable String person, Actor actor) {
        List<HeldRole> held =
                person == null
                        ? organization.rolesOn(actor.agency(), assembly.today())
                        : organization.rolesOf(assembly.person(actor.agency(), person).id());
        return Items.whole(held.stream().map(assembly::view).toList());
    }

    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    GrantView grant(@RequestBody GrantEntry entry, Actor actor) {
        return assembly.view(desk.grant(actor, entry));
    }

    @PostMapping("/grants/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endGrant(@PathVariable long id, @RequestBody EndEntry entry, Actor actor) {
        desk.endRole(actor, id, entry);
    }

    @GetMapping("/covers")
    Items<CoverView> covers(Actor actor) {
        var shown = organization.coversFrom(actor.agency(), assembly.today());
        return Items.whole(shown.stream().map(assembly::view).toList());
    }

    @PostMapping("/covers")
    @ResponseStatus(HttpStatus.CREATED)
    Items<CoverView> nameDeputy(@RequestBody CoverEntry entry, Actor actor) {
        var named = covers.nameDeputy(actor, entry);
        return Items.whole(named.stream().map(assembly::view).toList());
    }

    @PostMapping("/covers/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endCover(@PathVariable long id, @RequestBody EndEntry entry, Actor actor) {
        covers.endCover(actor, id, entry);
    }

    private ResponseEntity<PersonView> answer(HttpStatus status, String key, Actor actor) {
        var view = assembly.view(assembly.person(actor.agency(), key));
        return ResponseEntity.status(status).eTag(IfMatch.etag(view.version())).body(view);
    }
}
