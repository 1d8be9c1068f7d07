package org.gongkai.opengov.budgets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.budgets.FiscalDuty;
import org.gongkai.opengov.budgets.FiscalDutyDesk;
import org.gongkai.opengov.budgets.FiscalDutyList;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of fiscal duties over the API (财政事权清单接口). */
@RestController
class FiscalDutyApi {
    private static final String DESK = "/api/v1/budgets/duties";

    private final FiscalDutyDesk desk;
    private final PublicBudgets budgets;

    FiscalDutyApi(FiscalDutyDesk desk, PublicBudgets budgets) {
        this.desk = desk;
        this.budgets = budgets;
    }

    /** A version. */
    record DutiesAnswer(
            int number,
            List<FiscalDuty> duties,
            String reason,
            Instant at,
            @Nullable LocalDate publishedOn,
            boolean isPublic) {
        static DutiesAnswer of(FiscalDutyList it) {
            return new DutiesAnswer(
                    it.number(),
                    it.duties(),
                    it.reason(),
                    it.at(),
                    it.publishedOn(),
                    it.isPublic());
        }
    }

    /** A duty as sent. */
    record DutyInput(
            @Nullable String item,
            @Nullable String level,
            @Nullable String basis,
            @Nullable String responsibility) {
        String line() {
            return List.of(text(item), text(level), text(basis), text(responsibility)).stream()
                    .map(it -> it.replaceAll("[\t\n\r|｜]", " "))
                    .collect(Collectors.joining("\t"));
        }

        private static String text(@Nullable String sent) {
            return Objects.requireNonNullElse(sent, "");
        }
    }

    /** A version as sent. */
    record DutiesInput(@Nullable List<DutyInput> duties, @Nullable String reason) {}

    /** The draft. */
    record DutiesDraft(String document) {}

    @GetMapping(DESK)
    Items<DutiesAnswer> versions(Actor actor) {
        return Items.whole(desk.versions(actor).stream().map(DutiesAnswer::of).toList());
    }

    @PostMapping(DESK)
    @ResponseStatus(HttpStatus.CREATED)
    DutiesAnswer enter(Actor actor, @RequestBody DutiesInput input) {
        var lines =
                Objects.requireNonNullElse(input.duties(), List.<DutyInput>of()).stream()
                        .map(DutyInput::line)
                        .collect(Collectors.joining("\n"));
        return DutiesAnswer.of(desk.enter(actor, lines, input.reason()));
    }

    @PostMapping(DESK + "/draft")
    @ResponseStatus(HttpStatus.CREATED)
    DutiesDraft draft(Actor actor) {
        return new DutiesDraft(desk.draft(actor).toString());
    }

    @GetMapping("/api/v1/public/budgets/duties")
    DutiesAnswer open(@RequestParam(required = false) @Nullable String agency) {
        return desk.open(budgets.agency(agency))
                .map(DutiesAnswer::of)
                .orElseThrow(Refusal::notFound);
    }
}
