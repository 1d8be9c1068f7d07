package org.gongkai.platform.audit.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.platform.audit.AuditDesk;
import org.gongkai.platform.audit.AuditEntry;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts names and words to the lines of the trail (审计记录显示). */
@Component
class AuditLines {
    private static final List<String> COLUMNS =
            List.of("at", "who", "on-behalf-of", "what", "action", "subject", "before", "after");

    private final AuditDesk desk;
    private final MessageSource messages;
    private final Wording wording;

    AuditLines(AuditDesk desk, MessageSource messages, Wording wording) {
        this.desk = desk;
        this.messages = messages;
        this.wording = wording;
    }

    AuditLine line(AuditEntry entry) {
        return new AuditLine(
                entry.id(),
                entry.at(),
                entry.origin(),
                entry.person() == null ? null : entry.person().value(),
                who(entry),
                name(entry.onBehalfOf()),
                entry.action(),
                words(entry.action()),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.changes().stream().map(it -> said(entry.action(), it)).toList());
    }

    List<String> heads() {
        return COLUMNS.stream().map(it -> wording.say("audit.list." + it)).toList();
    }

    static List<String> cells(AuditLine line) {
        return List.of(
                Moments.written(line.at()),
                line.who(),
                Objects.requireNonNullElse(line.onBehalfOf(), ""),
                line.what(),
                line.action(),
                line.subject(),
                line.before().toString(),
                line.after().toString());
    }

    private String who(AuditEntry entry) {
        return switch (entry.origin()) {
            case PERSON -> Objects.requireNonNull(name(entry.person()));
            case SYSTEM -> wording.say("audit.origin.system");
            case ANONYMOUS -> wording.say("audit.origin.anonymous");
        };
    }

    private @Nullable String name(@Nullable PersonId person) {
        return person == null ? null : desk.name(person);
    }

    /** A change in words: {@code audit.field.state} and {@code disclosures.state.DRAFT}. */
    private AuditEntry.Change said(String action, AuditEntry.Change change) {
        var module = action.replaceFirst("[.].*", "");
        return new AuditEntry.Change(
                wordsOr(change.field(), "audit.field." + change.field()),
                value(module, change.field(), change.before()),
                value(module, change.field(), change.after()));
    }

    private @Nullable String value(String module, String field, @Nullable String value) {
        return value == null ? null : wordsOr(value, module + "." + field + "." + value);
    }

    /**
     * The words of an action: {@code calendar.notice-entered} has {@code
     * calendar.audit.notice-entered}.
     */
    private String words(String action) {
        return wordsOr(action, action.replaceFirst("[.]", ".audit."));
    }

    private String wordsOr(String code, String key) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, code, Locale.SIMPLIFIED_CHINESE), code);
    }
}
