package org.gongkai.opengov.inspections.draws.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.draws.DrawEvent;
import org.gongkai.opengov.inspections.draws.DrawStory;
import org.gongkai.opengov.inspections.draws.InspectionDraw;
import org.gongkai.opengov.inspections.draws.PlannedSource;
import org.gongkai.opengov.inspections.draws.PlannedStratum;
import org.gongkai.platform.draw.NumbersSource;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.transparencylog.LogReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How draws are put into words (抽取用语); templates ask it as {@code @drawTexts}. */
@Component("drawTexts")
public class DrawTexts {
    private static final int GROUP = 4;
    private static final String AGAIN = "-again";

    private final Wording wording;
    private final ChineseDates dates;
    private final LogReading log;

    DrawTexts(Wording wording, ChineseDates dates, LogReading log) {
        this.wording = wording;
        this.dates = dates;
        this.log = log;
    }

    /** A hash in groups of four, to be read out and compared. */
    public List<String> groups(String hash) {
        var groups = new ArrayList<String>();
        for (var at = 0; at < hash.length(); at += GROUP) {
            groups.add(hash.substring(at, Math.min(at + GROUP, hash.length())));
        }
        return groups;
    }

    /** The name of a stratum: its classes, and the risks it is narrowed to. */
    public String stratum(PlannedStratum stratum) {
        var name = classes(stratum.classes());
        return stratum.risks().isEmpty()
                ? name
                : wording.say(
                        "inspections.draw.stratum.risks",
                        name,
                        String.join(
                                "、", stratum.risks().stream().map(Enum::name).sorted().toList()));
    }

    private String classes(Collection<SupervisionClass> classes) {
        return classes.stream().sorted().map(this::of).collect(Collectors.joining("、"));
    }

    /** Of slugs as an id has them, {@code key+special}; empty for another id. */
    private Optional<String> classes(String slugs) {
        var classes = EnumSet.noneOf(SupervisionClass.class);
        for (var slug : slugs.split("\\+", -1)) {
            var named = SupervisionClass.named(slug);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            classes.add(named.get());
        }
        return Optional.of(classes(classes));
    }

    /** What of the plan a draw carries out, or that it stands outside; null for neither. */
    public @Nullable String plan(InspectionDraw draw) {
        var plan = draw.announcement().plan();
        if (plan != null) {
            return wording.say(
                    "inspections.draw.plan.part",
                    Integer.toString(plan.year()),
                    plan.version(),
                    plan.title(),
                    wording.say("inspections.plans.quarter." + plan.quarter()));
        }
        return draw.announcement().outside().isEmpty()
                ? null
                : wording.say("inspections.draw.plan.outside", draw.announcement().outside());
    }

    /** A class as pages name it. */
    public String of(SupervisionClass supervision) {
        return wording.say("inspections.draw.class." + supervision.name());
    }

    /** A stratum by its id alone, as {@code key}, {@code ordinary-cd} or {@code key-again}. */
    public String stratumById(String id) {
        var again = id.endsWith(AGAIN);
        var plain = again ? id.substring(0, id.length() - AGAIN.length()) : id;
        var risks = plain.indexOf('-');
        var name =
                classes(risks < 0 ? plain : plain.substring(0, risks))
                        .map(
                                it ->
                                        risks < 0
                                                ? it
                                                : wording.say(
                                                        "inspections.draw.stratum.risks",
                                                        it,
                                                        plain.substring(risks + 1)
                                                                .toUpperCase(Locale.ROOT)))
                        .orElse(plain);
        return again ? wording.say("inspections.draw.stratum.again", name) : name;
    }

    /** A stratum of the manifest by its id, which may be the part drawn in the year before. */
    public String stratum(InspectionDraw draw, String id) {
        var again = id.endsWith(AGAIN);
        var plain = again ? id.substring(0, id.length() - AGAIN.length()) : id;
        var name =
                draw.announcement().strata().stream()
                        .filter(it -> it.id().equals(plain))
                        .findFirst()
                        .map(this::stratum)
                        .orElseGet(() -> stratumById(plain));
        return again ? wording.say("inspections.draw.stratum.again", name) : name;
    }

    /** What a source is: a drawing with its issue, a beacon, a witness. */
    public String source(PlannedSource source) {
        return switch (source) {
            case PlannedSource.Witness it ->
                    wording.say("inspections.draw.source.witness", it.name());
            case PlannedSource.Public it when it.source() instanceof NumbersSource numbers ->
                    wording.say("inspections.draw.source.numbers", numbers.name(), numbers.issue());
            case PlannedSource.Public it ->
                    wording.say(
                            "inspections.draw.source." + it.toJson().get("kind"),
                            it.toJson()
                                    .getOrDefault("round", it.toJson().getOrDefault("pulse", "")));
        };
    }

    /** When a source speaks; null for a witness. */
    public @Nullable Instant at(PlannedSource source) {
        return source.asPublic().map(PlannedSource.Public::at).orElse(null);
    }

    /** What a source said, in words; null while it has not. */
    public @Nullable String said(DrawStory.Spoken spoken) {
        if (spoken.isAbsent()) {
            return wording.say("inspections.draw.source.absent");
        }
        return spoken.disclosed() instanceof Map<?, ?> map ? said(map) : null;
    }

    /** Where a source stands while it has not spoken. */
    public String waiting(DrawStory story, DrawStory.Spoken spoken) {
        if (spoken.source().asPublic().isPresent()) {
            return wording.say("inspections.draw.source.to-come");
        }
        if (spoken.bound()) {
            return wording.say("inspections.draw.source.bound");
        }
        return wording.say(
                story.frozen() == null
                        ? "inspections.draw.source.unbound"
                        : "inspections.draw.source.left-out");
    }

    /** What was done, for a time line. */
    public List<Happening> events(DrawStory story) {
        return story.events().stream()
                .map(it -> new Happening(dates.moment(it.at()), event(story, it), leaf(it), false))
                .toList();
    }

    /** Where the log has it, and when enough witnesses had seen it there. */
    private String leaf(DrawEvent event) {
        return log.witnessedAt(event.leafIndex())
                .map(
                        it ->
                                wording.say(
                                        "inspections.draw.leaf.witnessed",
                                        event.leafIndex(),
                                        event.words(),
                                        dates.moment(it)))
                .orElseGet(
                        () ->
                                wording.say(
                                        "inspections.draw.leaf", event.leafIndex(), event.words()));
    }

    private String event(DrawStory story, DrawEvent event) {
        var subject =
                switch (event.kind()) {
                    case NONCE, ABSENT, SOURCE ->
                            story.draw()
                                    .announcement()
                                    .source(event.subject())
                                    .map(this::source)
                                    .orElse(event.subject());
                    default -> event.subject();
                };
        return wording.say("inspections.draw.event." + event.kind().name(), subject);
    }

    private static String said(Map<?, ?> disclosed) {
        if (disclosed.get("groups") instanceof List<?> groups) {
            return String.join(
                    " + ",
                    groups.stream()
                            .map(
                                    it ->
                                            String.join(
                                                    " ",
                                                    ((List<?>) it)
                                                            .stream()
                                                                    .map(Object::toString)
                                                                    .toList()))
                            .toList());
        }
        for (var key : List.of("nonce", "signature", "outputValue")) {
            if (disclosed.get(key) instanceof String text) {
                return text;
            }
        }
        return disclosed.get("pulse") instanceof Map<?, ?> pulse ? said(pulse) : "";
    }
}
