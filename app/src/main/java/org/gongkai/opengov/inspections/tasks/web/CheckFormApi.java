package org.gongkai.opengov.inspections.tasks.web;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.tasks.CheckForm;
import org.gongkai.opengov.inspections.tasks.CheckFormDesk;
import org.gongkai.opengov.inspections.tasks.CheckFormDesk.QuestionInput;
import org.gongkai.opengov.inspections.tasks.Question;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The check forms over the API (检查表接口). */
@RestController
@RequestMapping("/api/v1/inspections/items/{item}/check-forms")
class CheckFormApi {
    private final CheckFormDesk desk;

    CheckFormApi(CheckFormDesk desk) {
        this.desk = desk;
    }

    /** A version. */
    record FormAnswer(int version, LocalDate validFrom, List<Question> questions) {
        static FormAnswer of(CheckForm it) {
            return new FormAnswer(it.version(), it.validFrom(), it.questions());
        }
    }

    /** A version to be added. */
    record FormInput(@Nullable String validFrom, @Nullable List<QuestionInput> questions) {}

    @GetMapping
    Items<FormAnswer> versions(Actor actor, @PathVariable String item) {
        return Items.whole(desk.versions(actor, item).stream().map(FormAnswer::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FormAnswer add(Actor actor, @PathVariable String item, @RequestBody FormInput input) {
        desk.add(actor, item, input.validFrom(), input.questions());
        return FormAnswer.of(desk.versions(actor, item).getFirst());
    }
}
