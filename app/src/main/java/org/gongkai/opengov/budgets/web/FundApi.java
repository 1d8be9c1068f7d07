package org.gongkai.opengov.budgets.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.budgets.FundBatch;
import org.gongkai.opengov.budgets.FundDesk;
import org.gongkai.opengov.budgets.FundPayment;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.opengov.budgets.PublicFunds;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What was granted to farmers and firms, over the API (涉农涉企资金接口). */
@RestController
class FundApi {
    private static final String DESK = "/api/v1/budgets/funds";
    private static final int SHOWN = 200;

    private final FundDesk desk;
    private final PublicFunds funds;
    private final PublicBudgets budgets;

    FundApi(FundDesk desk, PublicFunds funds, PublicBudgets budgets) {
        this.desk = desk;
        this.funds = funds;
        this.budgets = budgets;
    }

    /** A payment as the public reads it. */
    record PaymentAnswer(
            String recipient,
            String kind,
            String place,
            String policy,
            String basis,
            BigDecimal amount,
            LocalDate paidOn) {
        static PaymentAnswer of(FundPayment it) {
            return new PaymentAnswer(
                    it.recipient(),
                    it.kind().slug(),
                    it.place(),
                    it.policy(),
                    it.basis(),
                    it.amount(),
                    it.paidOn());
        }
    }

    /** A list. */
    record BatchAnswer(
            long id,
            String fileName,
            String state,
            String unread,
            int lines,
            BigDecimal total,
            @Nullable String document,
            @Nullable LocalDate publishedOn,
            boolean isPublic) {
        static BatchAnswer of(FundBatch it) {
            var document = it.document();
            return new BatchAnswer(
                    it.id(),
                    it.fileName(),
                    it.state().slug(),
                    it.unread(),
                    it.lines(),
                    it.total(),
                    document == null ? null : document.toString(),
                    it.publishedOn(),
                    it.isPublic());
        }
    }

    /** A list with its first payments. */
    record BatchView(BatchAnswer batch, List<PaymentAnswer> payments) {}

    /** The draft. */
    record FundDraft(String document) {}

    @GetMapping(DESK)
    Items<BatchAnswer> list(Actor actor, Paging paging) {
        var before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        return Items.of(desk.list(actor, before, paging.fetch()), paging, it -> Cursor.at(it.id()))
                .map(BatchAnswer::of);
    }

    @PostMapping(value = DESK, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    BatchView begin(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
        return read(actor, FundPages.begun(desk, actor, file));
    }

    @GetMapping(DESK + "/{id}")
    BatchView read(Actor actor, @PathVariable long id) {
        return new BatchView(
                BatchAnswer.of(desk.read(actor, id)),
                desk.payments(actor, id, 0, SHOWN).stream().map(PaymentAnswer::of).toList());
    }

    @PostMapping(DESK + "/{id}/steps/{step}")
    BatchView step(Actor actor, @PathVariable long id, @PathVariable String step) {
        switch (step) {
            case "take" -> desk.take(actor, id);
            case "cancel" -> desk.cancel(actor, id);
            default -> throw Refusal.notFound();
        }
        return read(actor, id);
    }

    @PostMapping(DESK + "/{id}/draft")
    @ResponseStatus(HttpStatus.CREATED)
    FundDraft draft(Actor actor, @PathVariable long id) {
        return new FundDraft(desk.draft(actor, id).toString());
    }

    @GetMapping("/api/v1/public/budgets/funds")
    Items<PaymentAnswer> open(AskedFunds asked, Paging paging) {
        var skip = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var next = skip + paging.limit();
        var found =
                funds.list(
                        budgets.agency(asked.agency()),
                        asked.filter(),
                        Math.toIntExact(skip),
                        paging.fetch());
        return Items.of(found, paging, it -> Cursor.at(next)).map(PaymentAnswer::of);
    }
}
