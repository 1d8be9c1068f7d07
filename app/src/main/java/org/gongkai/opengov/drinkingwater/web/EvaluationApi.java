package org.gongkai.opengov.drinkingwater.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Values held against a standard, for programs (水质评价接口); nothing is kept. */
@RestController
class EvaluationApi {
    private final ExplainedItems explained;

    EvaluationApi(ExplainedItems explained) {
        this.explained = explained;
    }

    @PostMapping("/api/v1/public/water/evaluate")
    EvaluationAnswer evaluate(@RequestBody EvaluationInput input) {
        var evaluation = input.evaluation();
        return EvaluationAnswer.of(evaluation.of(input.sampled(evaluation)), evaluation, explained);
    }
}
