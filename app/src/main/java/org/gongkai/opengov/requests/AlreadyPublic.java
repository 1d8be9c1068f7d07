package org.gongkai.opengov.requests;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.search.MarkedText;
import org.gongkai.platform.search.Search;
import org.gongkai.platform.search.SearchQuery;
import org.springframework.stereotype.Component;

/**
 * Documents already public that may answer a request (已公开信息推荐), 《政府信息公开条例》 art. 36 (1): shown
 * before it is sent, from the one search port, so that nothing is shown that is not public.
 */
@Component
public class AlreadyPublic {
    private static final int LONGEST = 80;
    private static final String POLITE = "申请公开|申请获取|我想|我要|请问|请|贵局|贵单位|公开|有关|关于|的|信息|政府";

    private final Search search;

    AlreadyPublic(Search search) {
        this.search = search;
    }

    /**
     * A public document.
     *
     * @param address of its page, as {@code /d/640100-113/2021-00201}
     */
    public record Found(String title, String address) {}

    /** Up to three that fit what is asked; none when the search does not answer. */
    public List<Found> of(List<String> matters) {
        var words = String.join(" ", matters).replaceAll(POLITE, " ").strip();
        if (words.isEmpty()) {
            return List.of();
        }
        var asked =
                words.substring(
                        0,
                        words.offsetByCodePoints(
                                0, Math.min(LONGEST, words.codePointCount(0, words.length()))));
        try {
            return search.search(SearchQuery.of(asked).page(0, Hints.SHOWN)).hits().stream()
                    .filter(it -> it.indexNumber() != null)
                    .map(
                            it ->
                                    new Found(
                                            it.title().stream()
                                                    .map(MarkedText::text)
                                                    .collect(Collectors.joining()),
                                            "/d/" + it.indexNumber()))
                    .toList();
        } catch (Refusal away) {
            return List.of();
        }
    }
}
