package org.gongkai.opengov.projects.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.opengov.projects.ProjectDesk;
import org.gongkai.opengov.projects.ProjectKind;
import org.gongkai.opengov.projects.ProjectState;
import org.gongkai.opengov.projects.PublicProjects;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What narrows a list of projects (筛选条件), as it stands in an address. */
record AskedProjects(
        @Nullable String words,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String district,
        @Nullable String year) {

    ProjectDesk.Filter desk() {
        return new ProjectDesk.Filter(
                text(words),
                chosen("kind", kind, ProjectKind::named),
                chosen("state", state, ProjectState::named),
                text(district).isEmpty() ? null : text(district));
    }

    PublicProjects.Filter open() {
        return new PublicProjects.Filter(
                chosen("kind", kind, ProjectKind::named),
                chosen("state", state, ProjectState::openlyNamed),
                text(district).isEmpty() ? null : text(district),
                chosen("year", year, AskedProjects::year));
    }

    /** Where this list is, narrowed as asked; nothing is said that was not asked. */
    String address(String path, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        put(address, "words", words);
        put(address, "kind", kind);
        put(address, "state", state);
        put(address, "district", district);
        put(address, "year", year);
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.build(true).toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String typed) {
        if (!text(typed).isEmpty()) {
            address.queryParam(name, UriUtils.encode(text(typed), StandardCharsets.UTF_8));
        }
    }

    private static Optional<Integer> year(String typed) {
        return typed.matches("[12][0-9]{3}")
                ? Optional.of(Integer.valueOf(typed))
                : Optional.empty();
    }

    private static <T> @Nullable T chosen(
            String field, @Nullable String typed, Function<String, Optional<T>> named) {
        return text(typed).isEmpty()
                ? null
                : named.apply(text(typed))
                        .orElseThrow(() -> Refusal.invalid(field, "projects.problem.choose"));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
