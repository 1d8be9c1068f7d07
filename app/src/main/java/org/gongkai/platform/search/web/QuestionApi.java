package org.gongkai.platform.search.web;

import java.util.Objects;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.QuestionCounts;
import org.gongkai.platform.search.QuestionDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What readers asked (检索统计接口), and that a hit was opened. */
@RestController
class QuestionApi {
    private final QuestionDesk desk;
    private final QuestionCounts counts;

    QuestionApi(QuestionDesk desk, QuestionCounts counts) {
        this.desk = desk;
        this.counts = counts;
    }

    /** A hit of this question was opened. */
    record Opened(@Nullable String q) {}

    @GetMapping("/api/v1/search-questions")
    Items<QuestionDesk.Line> list(Actor actor, @ModelAttribute QuestionQuery query, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                desk.find(actor, query.filter(), skip, paging.fetch()),
                paging,
                last -> Cursor.at(skip + paging.limit()));
    }

    @PostMapping("/api/v1/public/search-clicks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@RequestBody Opened opened) {
        counts.opened(Objects.requireNonNullElse(opened.q(), ""));
    }
}
