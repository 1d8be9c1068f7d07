package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.DrawMode;
import org.gongkai.platform.pages.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What is announced before a draw (抽取公告): nothing of it changes afterwards. It is kept, logged and
 * published as one canonical text.
 *
 * @param name the draw's name in the manifest and the log
 * @param seq the agency's running number, without gaps (C4)
 * @param items numbers of the 抽查事项 that the visits are about
 * @param seats what is asked of the officer on each seat; empty asks nothing
 * @param officerCap most visits of an officer in this draw
 * @param noncesUntil who has not opened by then is absent (C1)
 * @param checkFrom the first day of the visits
 * @param checkTo the last day of the visits
 * @param revealBy the day by which the secret is public, in sealed mode
 * @param plan what of the yearly plan it carries out; null for a draw outside the plan
 * @param outside why it stands outside the plan (计划外抽取理由); empty for one of the plan
 */
public record Announcement(
        String name,
        long seq,
        DrawMode mode,
        Suite suite,
        String title,
        List<String> items,
        List<PlannedStratum> strata,
        List<String> seats,
        int officerCap,
        List<PlannedSource> sources,
        Instant noncesUntil,
        LocalDate checkFrom,
        LocalDate checkTo,
        LocalDate revealBy,
        @Nullable PlanPart plan,
        String outside) {
    /** C1: how long before the first public source the freeze has to be there. */
    public static final Duration AHEAD = Duration.ofSeconds(600);

    /** When witnesses' time ends before the first public source, if nothing else is announced. */
    static final Duration NONCES_AHEAD = Duration.ofSeconds(300);

    private static final List<String> FIELDS =
            List.of(
                    "draw",
                    "seq",
                    "mode",
                    "suite",
                    "title",
                    "items",
                    "strata",
                    "seats",
                    "officer_cap",
                    "sources",
                    "nonces_until",
                    "check_from",
                    "check_to",
                    "reveal_by",
                    "plan",
                    "outside");

    public Announcement {
        items = List.copyOf(items);
        strata = List.copyOf(strata);
        seats = List.copyOf(seats);
        sources = List.copyOf(sources);
    }

    /** The sources that everybody can see come out, in the order announced. */
    public List<PlannedSource.Public> publicSources() {
        return sources.stream().flatMap(it -> it.asPublic().stream()).toList();
    }

    /** The witnesses, in the order announced. */
    public List<PlannedSource.Witness> witnesses() {
        return sources.stream().flatMap(it -> it.asWitness().stream()).toList();
    }

    /** The source of this name. */
    public Optional<PlannedSource> source(String id) {
        return sources.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** When the dice begin to fall. */
    public Instant firstSource() {
        return publicSources().stream()
                .map(PlannedSource.Public::at)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** When the last of them has come out. */
    public Instant lastSource() {
        return publicSources().stream()
                .map(PlannedSource.Public::at)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The last moment at which freezing is in time (C1). */
    public Instant freezeUntil() {
        return firstSource().minus(AHEAD);
    }

    /** How many are to be drawn. */
    public int toDraw() {
        return strata.stream().mapToInt(PlannedStratum::n).sum();
    }

    /** The one text of it. */
    public String text() {
        return new String(CanonicalJson.write(toJson()), StandardCharsets.UTF_8);
    }

    SortedMap<String, Object> toJson() {
        var json = whole();
        if (plan != null) {
            json.put("plan", plan.toJson());
        }
        if (!outside.isEmpty()) {
            json.put("outside", outside);
        }
        return json;
    }

    private SortedMap<String, Object> whole() {
        return CanonicalJson.object(
                "draw", name,
                "seq", seq,
                "mode", mode.slug(),
                "suite", suite.slug(),
                "title", title,
                "items", items,
                "strata", strata.stream().map(PlannedStratum::toJson).toList(),
                "seats", seats,
                "officer_cap", officerCap,
                "sources", sources.stream().map(PlannedSource::toJson).toList(),
                "nonces_until", Moments.written(noncesUntil),
                "check_from", checkFrom.toString(),
                "check_to", checkTo.toString(),
                "reveal_by", revealBy.toString());
    }

    static Announcement read(String text) {
        var fields =
                Fields.of(
                        CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)),
                        Path.ROOT,
                        FIELDS);
        return new Announcement(
                fields.id("draw"),
                fields.number("seq", 1, Long.MAX_VALUE),
                mode(fields),
                Suite.of(fields, "suite"),
                fields.text("title"),
                fields.texts("items"),
                strata(fields),
                fields.texts("seats"),
                (int) fields.number("officer_cap", 0, Integer.MAX_VALUE),
                sources(fields),
                Moments.read(fields.text("nonces_until")),
                LocalDate.parse(fields.text("check_from")),
                LocalDate.parse(fields.text("check_to")),
                LocalDate.parse(fields.text("reveal_by")),
                fields.has("plan") ? PlanPart.of(fields.value("plan"), Path.ROOT.at("plan")) : null,
                fields.has("outside") ? fields.text("outside") : "");
    }

    private static DrawMode mode(Fields fields) {
        var slug = fields.text("mode");
        return Arrays.stream(DrawMode.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> fields.refused("mode", CommitmentFault.NOT_ALLOWED));
    }

    private static List<PlannedStratum> strata(Fields fields) {
        var strata = new ArrayList<PlannedStratum>();
        for (var each : fields.list("strata")) {
            strata.add(PlannedStratum.of(each, Path.ROOT.at("strata").at(strata.size())));
        }
        return strata;
    }

    private static List<PlannedSource> sources(Fields fields) {
        var sources = new ArrayList<PlannedSource>();
        for (var each : fields.list("sources")) {
            sources.add(PlannedSource.of(each, Path.ROOT.at("sources").at(sources.size())));
        }
        return sources;
    }
}
