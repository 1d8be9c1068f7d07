package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requests.ProofOfWork;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.opengov.requests.RequestIntake.Followed;
import org.gongkai.platform.pages.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an applicant asks over the API (申请人接口): the same as on the pages. */
@RestController
@RequestMapping("/api/v1/public/requests")
class ApplicantApi {
    private final RequestIntake intake;
    private final ProofOfWork proof;
    private final CaseWords words;
    private final ClockExplanations explanations;

    ApplicantApi(
            RequestIntake intake,
            ProofOfWork proof,
            CaseWords words,
            ClockExplanations explanations) {
        this.intake = intake;
        this.proof = proof;
        this.words = words;
        this.explanations = explanations;
    }

    /** A task, and how many zero bits its answer gives. */
    record Challenge(String task, int bits) {}

    /** A message to the office, with number and secret of the request. */
    record Message(@Nullable String number, @Nullable String secret, @Nullable String message) {}

    /** Number and secret of a request. */
    record Question(@Nullable String number, @Nullable String secret) {}

    /** What happened, in the words of the tracking page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(@Nullable String when, String what, @Nullable String note) {
        static Told of(Happening it) {
            return new Told(it.when(), it.what(), it.note());
        }
    }

    /** How a request stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tracked(
            String number,
            String stage,
            String agency,
            LocalDate arrivedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate due,
            boolean provisional,
            List<String> matters,
            List<Told> events,
            List<Told> messages,
            List<RequestAnswer.Moved> redatings,
            RequestAnswer.Explanation explanation) {}

    @GetMapping("/challenge")
    Challenge challenge() {
        return new Challenge(proof.task(), ProofOfWork.BITS);
    }

    @PostMapping("/track")
    Tracked track(@RequestBody Question question, HttpServletRequest request) {
        return tracked(
                intake.follow(question.number(), question.secret(), request.getRemoteAddr()));
    }

    @PostMapping("/track/messages")
    Tracked write(@RequestBody Message message, HttpServletRequest request) {
        return tracked(
                intake.write(
                        message.number(),
                        message.secret(),
                        message.message(),
                        request.getRemoteAddr()));
    }

    private Tracked tracked(Followed it) {
        return new Tracked(
                it.request().number(),
                it.request().stage().slug(),
                it.agency(),
                it.request().arrivedOn(),
                it.clock().receivedOn(),
                it.clock().due(),
                it.clock().provisional(),
                it.matters(),
                words.forApplicant(it.file()).stream().map(Told::of).toList(),
                words.messagesForApplicant(it.messages()).stream().map(Told::of).toList(),
                RequestAnswer.Moved.of(it.redatings(), words),
                RequestAnswer.Explanation.of(explanations.withoutNames(it.clock())));
    }
}
