package org.gongkai.platform.search.web;

import org.gongkai.platform.api.Items;
import org.gongkai.platform.search.Search;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a question may go on while it is typed (检索提示). */
@RestController
class SuggestionsApi {
    private static final int LONGEST = 100;

    private final Search search;

    SuggestionsApi(Search search) {
        this.search = search;
    }

    /**
     * A suggestion.
     *
     * @param kind {@code word} of the trade or {@code title} of a public document
     */
    record Line(String text, String kind) {}

    @GetMapping("/api/v1/public/suggestions")
    Items<Line> suggest(@RequestParam(defaultValue = "") String q) {
        var typed = q.substring(0, Math.min(q.length(), LONGEST));
        return Items.whole(
                search.suggest(typed).stream()
                        .map(it -> new Line(it.text(), it.title() ? "title" : "word"))
                        .toList());
    }
}
