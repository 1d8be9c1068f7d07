package org.gongkai.opengov.inspections.registers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.inspections.registers.RegisterPublishing;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is public of a register over the API (名录公开接口). */
@RestController
@RequestMapping("/api/v1/inspections/{register:items|units|officers}/publication")
class PublicationApi {
    private final RegisterPublishing publishing;

    PublicationApi(RegisterPublishing publishing) {
        this.publishing = publishing;
    }

    /** How it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurrencyAnswer(
            String register,
            @Nullable String indexNumber,
            @Nullable LocalDate changedOn,
            @Nullable LocalDate due,
            @Nullable Integer workingDaysLeft,
            List<String> drafts) {}

    @GetMapping
    CurrencyAnswer read(Actor actor, @PathVariable String register) {
        var it = publishing.currency(actor, PublicationPages.named(register));
        var shown = it.shown();
        return new CurrencyAnswer(
                it.register().slug(),
                shown == null ? null : shown.indexNumber().toString(),
                it.changedOn(),
                it.due(),
                it.due() == null ? null : it.workingDaysLeft(),
                it.prepared().stream().map(DocumentId::toString).toList());
    }

    @PostMapping
    ResponseEntity<CurrencyAnswer> prepare(Actor actor, @PathVariable String register) {
        var document = publishing.prepare(actor, PublicationPages.named(register));
        return ResponseEntity.created(URI.create("/api/v1/documents/" + document))
                .body(read(actor, register));
    }
}
