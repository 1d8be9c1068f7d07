package org.gongkai.opengov.requests.disclosurelog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.requests.CaseEvent;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestMasking;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares an answer of general interest for the public (选登拟稿): a draft without who asked, which
 * the section then sends through the three levels of review like any other.
 */
@Service
public class LogDesk {
    private static final Set<RequestStage> ANSWERED =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            RequestStage.DISPATCHED,
                            RequestStage.DELIVERED,
                            RequestStage.UNDELIVERABLE));

    /** Art. 20 (15): what other rules want published. */
    private static final int OTHER_ITEM = 15;

    private static final int TITLE = 100;
    private static final int TEXT = 20_000;

    private final RequestDesk requests;
    private final RequestMasking masking;
    private final DraftingDesk drafting;
    private final DisclosureLog log;
    private final PublicRegister register;
    private final Columns columns;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock time;

    LogDesk(
            RequestDesk requests,
            RequestMasking masking,
            DraftingDesk drafting,
            DisclosureLog log,
            PublicRegister register,
            Columns columns,
            AuditTrail audit,
            Wording wording,
            Clock time) {
        this.requests = requests;
        this.masking = masking;
        this.drafting = drafting;
        this.log = log;
        this.register = register;
        this.columns = columns;
        this.audit = audit;
        this.wording = wording;
        this.time = time;
    }

    /** What is to be published: what was asked, and what was answered. */
    public record Entry(
            @Nullable String title, @Nullable String question, @Nullable String answer) {}

    /**
     * What there is to publish.
     *
     * @param proposed what the case says, without who asked
     * @param documents what was prepared before
     * @param listings of these, the ones that are public
     */
    public record Preparing(
            RequestView view,
            Entry proposed,
            boolean answered,
            boolean mayDraft,
            List<DocumentId> documents,
            Map<DocumentId, PublicListing> listings) {}

    /** What a case says, without who asked, to be worked over. */
    @Transactional(readOnly = true)
    public Preparing prepare(Actor by, long id) {
        var view = requests.one(by, id);
        var documents = log.documents(id);
        return new Preparing(
                view,
                proposed(id, view),
                ANSWERED.contains(view.request().stage()),
                mayDraft(by, view),
                documents,
                register.findAll(documents));
    }

    private static boolean mayDraft(Actor by, RequestView view) {
        var section = view.section();
        return section != null && by.has(Role.CLERK, section.id());
    }

    private Entry proposed(long id, RequestView view) {
        var words = view.publicWords();
        var about = words == null ? "" : words;
        var question = String.join("\n", view.matters());
        return new Entry(
                about.isEmpty() ? "" : wording.say("requests.log.title-of", about),
                masking.masked(id, question),
                masking.masked(id, answer(view)));
    }

    /** The outcomes with their articles, and what the section said. */
    private static String answer(RequestView view) {
        var said = new ArrayList<String>();
        view.file()
                .last(RequestStep.MADE_ANSWER)
                .map(it -> it.facts().outcome())
                .ifPresent(it -> said.addAll(outcomes(it)));
        view.file()
                .last(RequestStep.SECTION_ANSWERED)
                .map(CaseEvent::facts)
                .flatMap(it -> Optional.ofNullable(it.note()))
                .ifPresent(said::add);
        return String.join("\n", said);
    }

    private static List<String> outcomes(String named) {
        return Arrays.stream(named.split(","))
                .flatMap(it -> Outcome.named(it).stream())
                .map(
                        it ->
                                it.articles().isEmpty()
                                        ? it.term()
                                        : it.term()
                                                + "（"
                                                + it.articles().stream()
                                                        .map(Article::term)
                                                        .collect(Collectors.joining("、"))
                                                + "）")
                .toList();
    }

    /**
     * Drafts the document; it goes through review like any other.
     *
     * @return the draft
     */
    @Transactional
    public DocumentId draft(Actor by, long id, Entry entry) {
        var view = requests.one(by, id);
        if (!mayDraft(by, view)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.log.drafters");
        }
        if (!ANSWERED.contains(view.request().stage())) {
            throw Refusal.notPossibleNow(List.of(), "requests.log.not-answered");
        }
        var title = line(entry.title());
        var question = text(entry.question());
        var answer = text(entry.answer());
        check(id, title, question, answer);
        var document = drafting.begin(by, input(view, title, question, answer));
        log.add(id, document, by.person(), time.instant());
        audit.record(
                by,
                "requests.log-drafted",
                "request:" + id,
                Map.of(),
                Map.of("number", view.request().number(), "document", document.toString()));
        return document;
    }

    private void check(long id, String title, String question, String answer) {
        var problems = new ArrayList<FieldProblem>();
        required("title", title, TITLE, problems);
        required("question", question, TEXT, problems);
        required("answer", answer, TEXT, problems);
        Map.of("title", title, "question", question, "answer", answer)
                .forEach(
                        (field, words) -> {
                            if (masking.isPersonal(id, words)) {
                                problems.add(FieldProblem.of(field, "requests.log.personal"));
                            }
                        });
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
    }

    private static void required(
            String field, String words, int longest, List<FieldProblem> problems) {
        if (words.isEmpty()) {
            problems.add(FieldProblem.of(field, "requests.log.required." + field));
        }
        if (words.length() > longest) {
            problems.add(FieldProblem.of(field, "requests.field.too-long", longest));
        }
    }

    private DocumentInput input(RequestView view, String title, String question, String answer) {
        var section = Objects.requireNonNull(view.section());
        var column =
                columns.find(view.request().agency(), wording.say("requests.log.column"))
                        .map(SiteColumn::key)
                        .orElse(null);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", LocalDate.now(time).toString());
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                title,
                column,
                section.key(),
                body(question, answer),
                PublicAttribute.PROACTIVE.term(),
                wording.say("requests.log.ground"),
                OTHER_ITEM,
                Source.ours(),
                fields,
                List.of(),
                false);
    }

    private String body(String question, String answer) {
        var body = new Element("div");
        part(body, wording.say("requests.log.question"), question);
        part(body, wording.say("requests.log.answer"), answer);
        return body.html();
    }

    private static void part(Element body, String head, String words) {
        body.appendElement("h2").text(head);
        words.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(it -> body.appendElement("p").text(it));
    }

    private static String line(@Nullable String typed) {
        return text(typed).replaceAll("\\s+", " ");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }
}
