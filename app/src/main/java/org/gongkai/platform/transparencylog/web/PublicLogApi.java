package org.gongkai.platform.transparencylog.web;

import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.transparencylog.LogReading;
import org.gongkai.platform.transparencylog.Logged;
import org.gongkai.platform.transparencylog.web.LogAnswers.LogEntry;
import org.gongkai.platform.transparencylog.web.LogAnswers.LogReceipt;
import org.gongkai.platform.transparencylog.web.LogAnswers.LogStanding;
import org.gongkai.platform.transparencylog.web.LogAnswers.Proof;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log for programs (透明日志公开接口). */
@RestController
@RequestMapping("/api/v1/public/log")
class PublicLogApi {
    private final LogReading reading;

    PublicLogApi(LogReading reading) {
        this.reading = reading;
    }

    @GetMapping
    LogStanding standing() {
        return LogStanding.of(reading.standing().orElseThrow(Refusal::notFound));
    }

    /** The last first. */
    @GetMapping("/entries")
    Items<LogEntry> entries(Paging paging) {
        var before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = reading.before(before, paging.fetch());
        return Items.of(found, paging, (Logged it) -> Cursor.at(it.index())).map(LogEntry::of);
    }

    @GetMapping("/entries/{index}")
    LogEntry entry(@PathVariable long index) {
        return LogEntry.of(reading.entry(index).orElseThrow(Refusal::notFound));
    }

    @GetMapping("/entries/{index}/receipt")
    LogReceipt receipt(@PathVariable long index) {
        var entry = reading.entry(index).orElseThrow(Refusal::notFound);
        return new LogReceipt(
                index, entry.leaf(), reading.receipt(index).orElseThrow(Refusal::notFound));
    }

    @GetMapping("/inclusion")
    Proof inclusion(@RequestParam long index, @RequestParam long size) {
        return new Proof(reading.inclusion(index, size).orElseThrow(Refusal::notFound));
    }

    @GetMapping("/consistency")
    Proof consistency(@RequestParam long from, @RequestParam long to) {
        return new Proof(reading.consistency(from, to).orElseThrow(Refusal::notFound));
    }
}
