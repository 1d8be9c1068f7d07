package org.gongkai.opengov.requests.papers;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.redaction.Redactions;
import org.gongkai.opengov.requestclock.FeeMethod;
import org.gongkai.opengov.requestclock.FeeQuestion;
import org.gongkai.opengov.requestclock.PieceFee;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.opengov.requests.letters.AnswerText;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterTemplate;
import org.gongkai.opengov.requests.letters.LetterTemplates;
import org.gongkai.opengov.requests.letters.RequestLetter;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the text of a letter (文书起草): template, case, and what the officer said; names what is
 * missing.
 */
@Component
class LetterWriter {
    private static final int LONGEST = 4_000;
    private static final String ADDRESS = "address";

    /** The fee is computed, never typed. */
    private static final Set<LetterField> FEE =
            EnumSet.of(LetterField.FEE_METHOD, LetterField.FEE_LINES, LetterField.FEE_SUM);

    /** These come from decision and law, or not at all. */
    private static final Set<LetterField> DERIVED =
            EnumSet.of(
                    LetterField.ANSWER, LetterField.REMEDY, LetterField.OUTCOME, LetterField.BASIS);

    /** What an officer may put in other words but not change or leave out. */
    private static final Set<LetterField> FIXED =
            EnumSet.of(
                    LetterField.APPLICANT,
                    LetterField.REGISTRATION,
                    LetterField.RECEIVED_ON,
                    LetterField.DUE,
                    LetterField.TERM,
                    LetterField.EXTENSION,
                    LetterField.NEW_DUE,
                    LetterField.FEE_SUM,
                    LetterField.REMEDY,
                    LetterField.PHONE);

    private final CaseFacts facts;
    private final LetterOfficeDesk offices;
    private final LetterTemplates templates;
    private final DecisionDesk decisions;
    private final Redactions redactions;
    private final FileStore files;
    private final Wording wording;
    private final Clock clock;

    LetterWriter(
            CaseFacts facts,
            LetterOfficeDesk offices,
            LetterTemplates templates,
            DecisionDesk decisions,
            Redactions redactions,
            FileStore files,
            Wording wording,
            Clock clock) {
        this.facts = facts;
        this.offices = offices;
        this.templates = templates;
        this.decisions = decisions;
        this.redactions = redactions;
        this.files = files;
        this.wording = wording;
        this.clock = clock;
    }

    /** What is known and what is to be said, with what the case suggests. */
    LetterForm form(Actor by, RequestView view, LetterKind kind) {
        return form(new OfCase(by, view, kind), kind);
    }

    /** The same of whatever it belongs to. */
    LetterForm form(LetterSource source, LetterKind kind) {
        var template = templates.inForce(source.agency()).letter(kind);
        var known = source.known();
        var named = template.names();
        var shown = new EnumMap<LetterField, String>(LetterField.class);
        known.values()
                .forEach(
                        (field, value) -> {
                            if (named.contains(field)) {
                                shown.put(field, value);
                            }
                        });
        return new LetterForm(kind, shown, inputs(source, template, known), needsFee(template));
    }

    private static List<LetterInput> inputs(
            LetterSource source, LetterTemplate template, LetterFacts known) {
        return template.names().stream()
                .filter(it -> known.find(it).isEmpty() && !FEE.contains(it))
                .filter(it -> !DERIVED.contains(it))
                .map(
                        it ->
                                new LetterInput(
                                        it, template.needs().contains(it), source.suggestion(it)))
                .toList();
    }

    /**
     * The text as the template says it.
     *
     * @param before the edition before it; null for the first
     * @throws Refusal naming everything that is missing
     */
    LetterDraft write(
            Actor by,
            RequestView view,
            LetterKind kind,
            Map<String, String> typed,
            @Nullable LetterDraft before) {
        return write(by, new OfCase(by, view, kind), kind, typed, before);
    }

    /** The same of whatever it belongs to. */
    LetterDraft write(
            Actor by,
            LetterSource source,
            LetterKind kind,
            Map<String, String> typed,
            @Nullable LetterDraft before) {
        var set = templates.inForce(source.agency());
        var template = set.letter(kind);
        var known = source.known();
        var problems = new ArrayList<FieldProblem>();
        var kept = new LinkedHashMap<String, String>();
        var all = known.with(said(inputs(source, template, known), typed, kept, problems));
        if (needsFee(template)) {
            all = all.with(fee(typed, kept, problems));
        }
        var address = typed.getOrDefault(ADDRESS, "").strip();
        if (LetterCourse.toOthers(kind) && !address.isEmpty()) {
            kept.put(ADDRESS, address);
        }
        missing(template, all, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems.stream().distinct().toList());
        }
        var enclosures = source.enclosures(before == null ? List.of() : before.enclosures());
        var letter =
                RequestLetter.of(
                        kind,
                        set,
                        all,
                        null,
                        enclosures.stream().map(Enclosure::title).toList(),
                        LocalDate.now(clock));
        return new LetterDraft(
                before == null ? 1 : before.number() + 1,
                kept,
                set.name(),
                letter.title(),
                letter.addressee(),
                letter.lines(),
                letter.lines(),
                enclosures,
                LetterDraft.hash(letter, enclosures),
                by.person(),
                clock.instant());
    }

    /**
     * What the text of an edition lacks of what must stand in it as it is; nothing when in order.
     */
    List<FieldProblem> lacks(Actor by, RequestView view, LetterKind kind, LetterDraft draft) {
        return lacks(new OfCase(by, view, kind), kind, draft);
    }

    /** The same of whatever it belongs to. */
    List<FieldProblem> lacks(LetterSource source, LetterKind kind, LetterDraft draft) {
        var template = templates.inForce(source.agency()).letter(kind);
        var known = source.known();
        var all =
                known.with(
                        said(
                                inputs(source, template, known),
                                draft.typed(),
                                new LinkedHashMap<>(),
                                new ArrayList<>()));
        if (needsFee(template)) {
            all = all.with(fee(draft.typed(), new LinkedHashMap<>(), new ArrayList<>()));
        }
        var text =
                plain(
                        (draft.addressee() == null ? "" : draft.addressee())
                                + String.join("", draft.words()));
        var held = all;
        var problems =
                template.needs().stream()
                        .filter(FIXED::contains)
                        .filter(
                                it ->
                                        held.find(it)
                                                .filter(value -> !text.contains(plain(value)))
                                                .isPresent())
                        .map(it -> FieldProblem.of("words", "requests.papers.left-out", it.term()))
                        .collect(Collectors.toCollection(ArrayList::new));
        source.fixed().stream()
                .filter(it -> !text.contains(plain(it)))
                .map(it -> FieldProblem.of("words", "requests.papers.left-out", it))
                .forEach(problems::add);
        return problems;
    }

    /** The articles of a block, and the right agency where one is named. */
    private static Stream<String> fixed(AnswerBlock block) {
        return Stream.of(AnswerText.basis(block.outcome()), block.told(Told.RIGHT_AGENCY))
                .filter(it -> !it.isEmpty());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    /** What a request says for one of its letters. */
    private final class OfCase implements LetterSource {
        private final Actor by;
        private final RequestView view;
        private final LetterKind kind;

        OfCase(Actor by, RequestView view, LetterKind kind) {
            this.by = by;
            this.view = view;
            this.kind = kind;
        }

        @Override
        public AgencyId agency() {
            return view.request().agency();
        }

        @Override
        public LetterFacts known() {
            return facts.known(by, view, kind, templates.inForce(agency()), offices.of(agency()));
        }

        @Override
        public String suggestion(LetterField field) {
            return facts.suggestion(by, view, kind, field);
        }

        @Override
        public List<Enclosure> enclosures(List<Enclosure> before) {
            return isAnswer() ? LetterWriter.this.enclosures(view, before) : List.of();
        }

        @Override
        public List<String> fixed() {
            return isAnswer()
                    ? decisions.decision(view).blocks().stream()
                            .flatMap(LetterWriter::fixed)
                            .toList()
                    : List.of();
        }

        private boolean isAnswer() {
            return LetterCourse.of(kind) == LetterCourse.ANSWER;
        }
    }

    private static boolean needsFee(LetterTemplate template) {
        return template.names().stream().anyMatch(FEE::contains);
    }

    /** What was typed; where nothing was sent at all, what the case suggests. */
    private static LetterFacts said(
            List<LetterInput> inputs,
            Map<String, String> typed,
            Map<String, String> kept,
            List<FieldProblem> problems) {
        var facts = LetterFacts.none();
        for (var it : inputs) {
            var name = it.field().slug();
            var text = typed.getOrDefault(name, it.suggestion()).replace("\r\n", "\n").strip();
            kept.put(name, text);
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() > LONGEST) {
                problems.add(FieldProblem.of(name, "requests.field.too-long", LONGEST));
            }
            if (it.shape() == LetterInput.Shape.DAY) {
                var day = day(text);
                if (day == null) {
                    problems.add(FieldProblem.of(name, "requests.event.day"));
                } else {
                    facts = facts.with(it.field(), day);
                }
            } else {
                facts = facts.with(it.field(), text);
            }
        }
        return facts;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** One method, every line shown (国办函〔2020〕109号). */
    private LetterFacts fee(
            Map<String, String> typed, Map<String, String> kept, List<FieldProblem> problems) {
        var names = List.of("method", "from", "to", "pages");
        names.forEach(
                it -> {
                    var text = typed.getOrDefault(it, "").strip();
                    if (!text.isEmpty()) {
                        kept.put(it, text);
                    }
                });
        try {
            var fee =
                    new FeeQuestion(
                                    kept.get("method"),
                                    kept.get("from"),
                                    kept.get("to"),
                                    kept.get("pages"))
                            .read();
            return LetterFacts.none()
                    .with(LetterField.FEE_METHOD, wording.say("requests.papers.fee." + unit(fee)))
                    .with(LetterField.FEE_LINES, lines(fee))
                    .with(LetterField.FEE_SUM, Long.toString(fee.total()));
        } catch (Refusal refused) {
            problems.addAll(refused.problems());
            return LetterFacts.none();
        }
    }

    private static String unit(FeeMethod fee) {
        return fee instanceof PieceFee ? "piece" : "page";
    }

    private String lines(FeeMethod fee) {
        return fee.lines().stream()
                .map(
                        it ->
                                wording.say(
                                        "requests.papers.fee.line." + unit(fee),
                                        it.from(),
                                        it.to(),
                                        it.unitPrice(),
                                        it.amount()))
                .collect(Collectors.joining("；\n"));
    }

    private static void missing(
            LetterTemplate template, LetterFacts all, List<FieldProblem> problems) {
        for (var it : template.missing(all)) {
            var name = it.slug();
            if (FEE.contains(it) || problems.stream().anyMatch(p -> p.field().equals(name))) {
                continue;
            }
            problems.add(
                    it == LetterField.REMEDY
                            ? FieldProblem.of("", "requests.papers.no-remedy")
                            : FieldProblem.of(name, "requests.letter.missing", it.term()));
        }
    }

    /** The files that go with an answer, block by block. */
    private List<Enclosure> enclosures(RequestView view, List<Enclosure> before) {
        var enclosures = new ArrayList<Enclosure>();
        for (var matter : decisions.standing(view)) {
            var outcome = matter.decision() == null ? null : matter.decision().outcome();
            if (outcome == null || !outcome.gives()) {
                continue;
            }
            for (var paper : matter.papers()) {
                if (paper.redaction() != null) {
                    enclosures.addAll(redacted(paper.redaction(), before));
                } else if (paper.proof() == Proof.INFORMATION && paper.sha256() != null) {
                    enclosures.add(file(paper));
                }
            }
        }
        return enclosures.stream().distinct().toList();
    }

    private Enclosure file(CasePaper paper) {
        var name = String.valueOf(paper.fileName());
        return new Enclosure(withoutEnding(name), String.valueOf(paper.sha256()), name, null);
    }

    /** The released copy and its list of grounds, as they stand; refuses what is not released. */
    private List<Enclosure> redacted(long job, List<Enclosure> before) {
        var copy =
                redactions
                        .disclosable(job)
                        .orElseThrow(
                                () ->
                                        Refusal.notPossibleNow(
                                                List.of(),
                                                "requests.papers.refusal.redaction-changed"));
        var same = before.stream().filter(it -> Objects.equals(it.redaction(), job)).toList();
        if (same.stream().anyMatch(it -> it.sha256().equals(copy.file().sha256()))) {
            return same;
        }
        var list = redactions.listOfGrounds(job).orElseThrow();
        var title = copy.job().title();
        var kept =
                files.put(
                        new ByteArrayInputStream(list.pdf()),
                        copy.job().number() + ".pdf",
                        UploadLimits.ATTACHMENT);
        return List.of(
                new Enclosure(
                        wording.say("requests.papers.public-part-of", title),
                        copy.file().sha256(),
                        copy.file().safeName(),
                        job),
                new Enclosure(
                        wording.say("requests.papers.grounds-of", title),
                        kept.sha256(),
                        kept.safeName(),
                        job));
    }

    private static String withoutEnding(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
