package org.gongkai.opengov.requestclock.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gongkai.opengov.requestclock.FeeLine;
import org.gongkai.opengov.requestclock.FeeQuestion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The calculator of fees for programs (信息处理费测算接口). */
@RestController
class RequestFeeApi {
    private final CalculatorPace pace;

    RequestFeeApi(CalculatorPace pace) {
        this.pace = pace;
    }

    /** A fee in yuan, with its lines. */
    record Answer(long total, List<Line> lines) {}

    /** The pieces or pages of one tier. */
    record Line(int from, int to, int unitPrice, long amount) {
        static Line of(FeeLine line) {
            return new Line(line.from(), line.to(), line.unitPrice(), line.amount());
        }
    }

    @GetMapping("/api/v1/public/requests/fee")
    Answer fee(@ModelAttribute FeeQuestion question, HttpServletRequest request) {
        pace.take(request.getRemoteAddr());
        var fee = question.read();
        return new Answer(fee.total(), fee.lines().stream().map(Line::of).toList());
    }
}
