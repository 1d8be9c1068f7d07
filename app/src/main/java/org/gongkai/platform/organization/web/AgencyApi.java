package org.gongkai.platform.organization.web;

import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.AgencyEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.PrefixEntry;
import org.gongkai.platform.organization.web.Views.AgencyView;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agencies and their prefixes over the API (机关接口). */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyApi {
    private final Organization organization;
    private final OrganizationDesk desk;
    private final Assembly assembly;

    AgencyApi(Organization organization, OrganizationDesk desk, Assembly assembly) {
        this.organization = organization;
        this.desk = desk;
        this.assembly = assembly;
    }

    @GetMapping
    Items<AgencyView> list(Actor actor) {
        return Items.whole(organization.agencies().stream().map(assembly::agency).toList());
    }

    @GetMapping("/{key}")
    ResponseEntity<AgencyView> read(@PathVariable String key, Actor actor) {
        return answer(HttpStatus.OK, key);
    }

    @PostMapping
    ResponseEntity<AgencyView> add(@RequestBody AgencyEntry entry, Actor actor) {
        desk.addAgency(actor, entry);
        return answer(HttpStatus.CREATED, String.valueOf(entry.key()));
    }

    @PutMapping("/{key}")
    ResponseEntity<AgencyView> change(
            @PathVariable String key, @RequestBody AgencyEntry entry, IfMatch match, Actor actor) {
        desk.changeAgency(actor, assembly.agency(key).id(), match.version(), entry);
        return answer(HttpStatus.OK, key);
    }

    @PostMapping("/{key}/prefixes")
    ResponseEntity<AgencyView> beginPrefix(
            @PathVariable String key, @RequestBody PrefixEntry entry, Actor actor) {
        desk.beginPrefix(actor, assembly.agency(key).id(), entry);
        return answer(HttpStatus.CREATED, key);
    }

    private ResponseEntity<AgencyView> answer(HttpStatus status, String key) {
        var view = assembly.agency(assembly.agency(key));
        return ResponseEntity.status(status).eTag(IfMatch.etag(view.version())).body(view);
    }
}
