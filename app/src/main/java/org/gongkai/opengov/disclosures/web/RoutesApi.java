package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.ReviewLevel;
import org.gongkai.opengov.disclosures.RouteDesk;
import org.gongkai.opengov.disclosures.RouteDesk.Setting;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The levels of review, for programs (审签流程接口). */
@RestController
@RequestMapping("/api/v1/review-routes")
class RoutesApi {
    private final RouteDesk desk;
    private final Organization organization;

    RoutesApi(RouteDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    /** The levels of a kind, or of the agency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(
            String kind,
            boolean own,
            List<String> levels,
            @Nullable String setBy,
            @Nullable Instant setAt) {}

    /** Levels to be set; without any the kind follows the agency's. */
    record RouteInput(@Nullable List<String> levels) {}

    @GetMapping
    Items<Route> list(Actor actor) {
        return Items.whole(desk.settings(actor)).map(this::route);
    }

    @PutMapping("/{kind}")
    Route set(Actor actor, @PathVariable String kind, @RequestBody RouteInput input) {
        var asked = RoutePages.kindAt(kind);
        var levels = input.levels();
        if (levels != null) {
            desk.set(actor, asked, levels.stream().map(RoutesApi::level).toList());
        } else if (asked == null) {
            throw Refusal.invalid("levels", "disclosures.field.levels");
        } else {
            desk.follow(actor, asked);
        }
        return route(desk.setting(actor, asked));
    }

    private Route route(Setting it) {
        var kind = it.kind();
        var setBy = it.setBy();
        return new Route(
                kind == null ? RoutePages.ALL : kind.slug(),
                it.own(),
                it.levels().stream().map(DocumentAnswer::slug).toList(),
                setBy == null ? null : organization.person(setBy).name(),
                it.setAt());
    }

    private static ReviewLevel level(String slug) {
        return Arrays.stream(ReviewLevel.values())
                .filter(it -> DocumentAnswer.slug(it).equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("levels", "disclosures.field.choice", knownLevels()));
    }

    private static String knownLevels() {
        return Arrays.stream(ReviewLevel.values())
                .map(DocumentAnswer::slug)
                .collect(Collectors.joining(", "));
    }
}
