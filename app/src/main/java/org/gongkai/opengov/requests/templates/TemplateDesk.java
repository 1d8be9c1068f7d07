package org.gongkai.opengov.requests.templates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterTemplate;
import org.gongkai.opengov.requests.letters.RequestLetter;
import org.gongkai.opengov.requests.letters.TemplateSet;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Difference;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the disclosure office does with letter templates (文书模板维护): change a part, load a whole set,
 * look at what changed. Letters already made stay as they are.
 */
@Service
public class TemplateDesk {
    private static final int WHY = 200;

    private final TemplateVersions versions;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;

    TemplateDesk(
            TemplateVersions versions, Organization organization, AuditTrail audit, Clock time) {
        this.versions = versions;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A part as it was typed.
     *
     * @param version the version that was read; null for any
     * @param why why it is changed
     */
    public record PartEntry(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String addressee,
            @Nullable String body,
            @Nullable String why) {
        LetterTemplate template() {
            return new LetterTemplate(
                    line(title),
                    line(addressee),
                    Objects.requireNonNullElse(body, "")
                            .lines()
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .toList());
        }
    }

    /** Whether this person may look at templates. */
    public static boolean canRead(Actor by) {
        return RequestRights.canRead(by);
    }

    /** Whether this person may change them. */
    public static boolean canWrite(Actor by) {
        return by.has(Role.DISCLOSURE_OFFICE) || by.has(Role.DISCLOSURE_HEAD);
    }

    /** The version in force. */
    @Transactional(readOnly = true)
    public TemplateVersion current(Actor by) {
        readable(by);
        return versions.current(by.agency());
    }

    /** One version; 0 is the text that comes with the program. */
    @Transactional(readOnly = true)
    public TemplateVersion version(Actor by, int number) {
        readable(by);
        return versions.find(by.agency(), number).orElseThrow(Refusal::notFound);
    }

    /** The versions, newest first. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> list(Actor by, int skip, int limit) {
        readable(by);
        return versions.of(by.agency(), skip, limit);
    }

    /** How many versions there are. */
    @Transactional(readOnly = true)
    public long count(Actor by) {
        readable(by);
        return versions.count(by.agency());
    }

    /** What a version changed. */
    @Transactional(readOnly = true)
    public Difference change(Actor by, int number) {
        var after = version(by, number);
        var before = version(by, Math.max(0, number - 1));
        return Difference.between(lines(before), lines(after));
    }

    private static List<String> lines(TemplateVersion version) {
        return version.text()
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(TemplateDesk::head)
                .toList();
    }

    /** The head of a part by what it is called. */
    private static String head(String line) {
        if (!line.startsWith(TemplateSet.PART)) {
            return line;
        }
        var parts = line.substring(TemplateSet.PART.length()).split("\\s+", 2);
        var label = TemplateSet.label(parts[0]);
        return parts.length == 1 ? label : label + " " + parts[1];
    }

    /**
     * Loads a whole set.
     *
     * @param read the version that was read; null for any
     * @return the version that is in force now
     */
    @Transactional
    public TemplateVersion load(
            Actor by, @Nullable Integer read, @Nullable String text, @Nullable String why) {
        writable(by);
        return written(by, read, Objects.requireNonNullElse(text, ""), why);
    }

    /**
     * Changes a part and leaves the others as they are.
     *
     * @param key as {@code reply}, {@code block/disclosed}
     */
    @Transactional
    public TemplateVersion change(Actor by, String key, PartEntry entry) {
        writable(by);
        return written(by, entry.version(), changed(by, key, entry).text(), entry.why());
    }

    /** The set as it would be; refuses what would not do. */
    @Transactional(readOnly = true)
    public TemplateSet preview(Actor by, String key, PartEntry entry) {
        readable(by);
        return TemplateSet.read(changed(by, key, entry).text());
    }

    private TemplateSet changed(Actor by, String key, PartEntry entry) {
        if (!TemplateSet.keys().contains(key)) {
            throw Refusal.notFound();
        }
        return versions.current(by.agency()).set().with(key, entry.template());
    }

    private TemplateVersion written(
            Actor by, @Nullable Integer read, String text, @Nullable String why) {
        versions.hold(by.agency());
        var before = versions.current(by.agency());
        if (read != null && read != before.number()) {
            throw Refusal.stale(before.number(), "requests.templates.stale");
        }
        var reason = line(why);
        if (reason.isEmpty() || reason.length() > WHY) {
            throw Refusal.invalid("why", "requests.templates.why.required");
        }
        var set = TemplateSet.read(text);
        if (set.text().equals(before.set().text())) {
            throw Refusal.invalid("text", "requests.templates.same");
        }
        var after =
                new TemplateVersion(
                        before.number() + 1,
                        set.name(),
                        set.text(),
                        reason,
                        by.person(),
                        time.instant());
        versions.add(by.agency(), after, by.person(), time.instant());
        audit.record(
                by,
                "requests.templates-written",
                "request-templates:" + after.number(),
                Map.of("name", before.name()),
                Map.of("name", after.name(), "why", reason));
        return after;
    }

    /** A part of a set with its fields marked: letters whole, answers within the reply. */
    public RequestLetter sample(Actor by, TemplateSet set, String key) {
        readable(by);
        var facts = LetterFacts.none();
        for (var field : LetterField.values()) {
            facts = facts.with(field, "【" + field.term() + "】");
        }
        facts = facts.with(LetterField.AGENCY, organization.agency(by.agency()).name());
        var kind = LetterKind.named(key);
        if (kind.isEmpty()) {
            var lines = new ArrayList<>(set.part(key).orElseThrow(Refusal::notFound).fill(facts));
            facts = facts.with(LetterField.ANSWER, String.join("\n", lines));
        }
        return RequestLetter.of(
                kind.orElse(LetterKind.REPLY), set, facts, null, List.of(), LocalDate.now(time));
    }

    private static void readable(Actor by) {
        if (!canRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
    }

    private static void writable(Actor by) {
        if (!canWrite(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.templates.writers");
        }
    }

    private static String line(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip().replaceAll("\\s+", " ");
    }
}
