package org.gongkai.opengov.requests.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.DaysLeft;
import org.gongkai.opengov.requests.RequestBoard;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestScope;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board (办件看板): what is open by stage and by days left; each number opens its list. */
@Controller
class RequestBoardPages {
    static final String ADDRESS = "/desk/requests/board";

    private final RequestDesk desk;
    private final Wording wording;

    RequestBoardPages(RequestDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /** A number of the board and where its list is. */
    public record Count(long count, String list, @Nullable String look) {}

    /** A row of the board. */
    public record Row(String label, List<Count> numbers, Count total) {}

    @GetMapping(ADDRESS)
    String board(Actor actor, @RequestParam(defaultValue = "") String scope, Model model) {
        var chosen = RequestScope.named(scope).orElse(RequestScope.ALL);
        var list = RequestQuery.of(chosen);
        var board = desk.board(actor, chosen.of(actor, list.filter()));
        model.addAttribute("tabs", tabs(chosen));
        model.addAttribute(
                "heads",
                Arrays.stream(DaysLeft.values())
                        .map(it -> wording.say("requests.left." + it.name()))
                        .toList());
        model.addAttribute(
                "rows", RequestBoard.stages().stream().map(it -> row(board, list, it)).toList());
        model.addAttribute(
                "sums",
                Arrays.stream(DaysLeft.values())
                        .map(it -> number(board.count(it), list.dueIn(it), it))
                        .toList());
        model.addAttribute("total", number(board.total(), list, null));
        return "requests/board";
    }

    private Row row(RequestBoard board, RequestQuery list, RequestStage stage) {
        var ofStage = list.in(stage);
        return new Row(
                wording.say("requests.stage." + stage.name()),
                Arrays.stream(DaysLeft.values())
                        .map(it -> number(board.count(stage, it), ofStage.dueIn(it), it))
                        .toList(),
                number(board.count(stage), ofStage, null));
    }

    private static Count number(long count, RequestQuery list, @Nullable DaysLeft left) {
        return new Count(count, list.page(1), count == 0 || left == null ? null : look(left));
    }

    private static @Nullable String look(DaysLeft left) {
        return switch (left) {
            case OVER -> "late";
            case ONE, THREE -> "soon";
            case FIVE, MORE, UNKNOWN -> null;
        };
    }

    private List<Tab> tabs(RequestScope chosen) {
        return Arrays.stream(RequestScope.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("requests.scope." + it.name()),
                                        ADDRESS + "?scope=" + it.slug(),
                                        it == chosen,
                                        null))
                .toList();
    }
}
